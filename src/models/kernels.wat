;; The arithmetic of the models of names, in whole numbers, so that every machine gives the same.
;; Built into data/kernels.wasm by src/tools/build-kernels.ts. All pointers are bytes of the memory.
(module
  (memory (export "memory") 16)

  ;; Puts a pointer to its row (of `width` bytes, row 0 at `rows`) in place of each hash at `ids`. A hash may stand in one of two slots: in
  ;; the first half of them by its first `bits`, in the second half by its last. A slot has the other bits of the hash, and the number of its row.
  (func (export "places") (param $ids i32) (param $count i32) (param $slots i32) (param $bits i32) (param $rows i32) (param $width i32)
    (local $id i32) (local $last i32) (local $shift i32) (local $mask i32) (local $half i32) (local $one i32) (local $other i32)
    (local.set $last (i32.add (local.get $ids) (i32.shl (local.get $count) (i32.const 2))))
    (local.set $shift (i32.sub (i32.const 32) (local.get $bits)))
    (local.set $mask (i32.sub (i32.shl (i32.const 1) (local.get $bits)) (i32.const 1)))
    (local.set $half (i32.add (local.get $slots) (i32.shl (i32.const 4) (local.get $bits))))
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $ids) (local.get $last)))
        (local.set $id (i32.load (local.get $ids)))
        ;; What differs is above the bits of the row.
        (local.set $one (i32.xor (i32.shl (local.get $id) (local.get $bits)) (i32.load (i32.add (local.get $slots)
          (i32.shl (i32.shr_u (local.get $id) (local.get $shift)) (i32.const 2))))))
        (local.set $other (i32.xor (i32.and (local.get $id) (i32.xor (local.get $mask) (i32.const -1))) (i32.load
          (i32.add (local.get $half) (i32.shl (i32.and (local.get $id) (local.get $mask)) (i32.const 2))))))
        ;; Without a branch: known and unknown hashes alternate as they like, and a wrong guess of the processor costs more than a look in vain.
        (i32.store (local.get $ids) (i32.add (local.get $rows) (i32.mul (local.get $width) (i32.or
          (i32.and (local.get $one)
            (i32.sub (i32.const 0) (i32.le_u (local.get $one) (local.get $mask))))
          (i32.and (local.get $other)
            (i32.sub (i32.const 0) (i32.le_u (local.get $other) (local.get $mask))))))))
        (local.set $ids (i32.add (local.get $ids) (i32.const 4)))
        (br $next))))

  ;; Sums the rows (8 bits) of each unit and the bias (16 bits), widens by `shift`, drops what is below zero: 16 bits a cell.
  ;; `rows` are pointers, those of unit t from starts[t] up to starts[t + 1].
  (func (export "gather") (param $out i32) (param $units i32) (param $rows i32) (param $starts i32) (param $bias i32)
    (param $width i32) (param $shift i32)
    (local $t i32) (local $cell i32) (local $row i32) (local $last i32) (local $sum v128)
    (block $done
      (loop $unit
        (br_if $done (i32.ge_s (local.get $t) (local.get $units)))
        (local.set $cell (i32.const 0))
        (loop $chunk
          (local.set $sum (v128.load (i32.add (local.get $bias) (i32.shl (local.get $cell) (i32.const 1)))))
          (local.set $row (i32.add (local.get $rows)
            (i32.shl (i32.load (i32.add (local.get $starts) (i32.shl (local.get $t) (i32.const 2)))) (i32.const 2))))
          (local.set $last (i32.add (local.get $rows)
            (i32.shl (i32.load offset=4 (i32.add (local.get $starts) (i32.shl (local.get $t) (i32.const 2)))) (i32.const 2))))
          (block $summed
            (loop $next
              (br_if $summed (i32.ge_u (local.get $row) (local.get $last)))
              (local.set $sum (i16x8.add (local.get $sum)
                (v128.load8x8_s (i32.add (i32.load (local.get $row)) (local.get $cell)))))
              (local.set $row (i32.add (local.get $row) (i32.const 4)))
              (br $next)))
          (v128.store
            (i32.add (local.get $out)
              (i32.shl (i32.add (i32.mul (local.get $t) (local.get $width)) (local.get $cell)) (i32.const 1)))
            (i16x8.shl (i16x8.max_s (local.get $sum) (v128.const i16x8 0 0 0 0 0 0 0 0)) (local.get $shift)))
          (local.set $cell (i32.add (local.get $cell) (i32.const 8)))
          (br_if $chunk (i32.lt_s (local.get $cell) (local.get $width))))
        (local.set $t (i32.add (local.get $t) (i32.const 1)))
        (br $unit))))

  ;; Adds the rows (8 bits, 40 cells) of each unit to what is at `out`: 32 bits a cell. `rows` and `starts` are as above.
  (func (export "sums") (param $out i32) (param $units i32) (param $rows i32) (param $starts i32)
    (local $t i32) (local $row i32) (local $at i32) (local $stop i32) (local $last i32)
    (local $a v128) (local $b v128) (local $c v128) (local $d v128) (local $e v128)
    (block $done
      (loop $unit
        (br_if $done (i32.ge_s (local.get $t) (local.get $units)))
        (local.set $row (i32.add (local.get $rows) (i32.shl (i32.load (local.get $starts)) (i32.const 2))))
        (local.set $last (i32.add (local.get $rows) (i32.shl (i32.load offset=4 (local.get $starts)) (i32.const 2))))
        ;; So many rows at a time as 16 bits hold the sum of.
        (loop $part
          (local.set $stop (i32.add (local.get $row) (i32.const 1024)))
          (if (i32.gt_u (local.get $stop) (local.get $last)) (then (local.set $stop (local.get $last))))
          (local.set $a (v128.const i32x4 0 0 0 0))
          (local.set $b (local.get $a))
          (local.set $c (local.get $a))
          (local.set $d (local.get $a))
          (local.set $e (local.get $a))
          (block $summed
            (loop $next
              (br_if $summed (i32.ge_u (local.get $row) (local.get $stop)))
              (local.set $at (i32.load (local.get $row)))
              (local.set $a (i16x8.add (local.get $a) (v128.load8x8_s (local.get $at))))
              (local.set $b (i16x8.add (local.get $b) (v128.load8x8_s offset=8 (local.get $at))))
              (local.set $c (i16x8.add (local.get $c) (v128.load8x8_s offset=16 (local.get $at))))
              (local.set $d (i16x8.add (local.get $d) (v128.load8x8_s offset=24 (local.get $at))))
              (local.set $e (i16x8.add (local.get $e) (v128.load8x8_s offset=32 (local.get $at))))
              (local.set $row (i32.add (local.get $row) (i32.const 4)))
              (br $next)))
          (call $widen (local.get $out) (local.get $a))
          (call $widen (i32.add (local.get $out) (i32.const 32)) (local.get $b))
          (call $widen (i32.add (local.get $out) (i32.const 64)) (local.get $c))
          (call $widen (i32.add (local.get $out) (i32.const 96)) (local.get $d))
          (call $widen (i32.add (local.get $out) (i32.const 128)) (local.get $e))
          (br_if $part (i32.lt_u (local.get $row) (local.get $last))))
        (local.set $out (i32.add (local.get $out) (i32.const 160)))
        (local.set $starts (i32.add (local.get $starts) (i32.const 4)))
        (local.set $t (i32.add (local.get $t) (i32.const 1)))
        (br $unit))))

  ;; Adds eight numbers of 16 bits to the eight of 32 bits at `out`.
  (func $widen (param $out i32) (param $sums v128)
    (v128.store (local.get $out)
      (i32x4.add (v128.load (local.get $out)) (i32x4.extend_low_i16x8_s (local.get $sums))))
    (v128.store offset=16 (local.get $out)
      (i32x4.add (v128.load offset=16 (local.get $out)) (i32x4.extend_high_i16x8_s (local.get $sums)))))

  ;; Lists the cells (16 bits) of the `size` bytes at `x` that are not zero, more than half of them are: at `list` how many bytes of values
  ;; these are, from byte 8 on the values, a zero behind them where they are odd, and behind room for `size` bytes of these where the rows
  ;; of weights of the cells begin.
  (func $list (param $x i32) (param $size i32) (param $list i32)
    (local $cell i32) (local $mask i32) (local $at i32) (local $value i32) (local $row i32)
    (local $zero v128)
    (local.set $value (i32.add (local.get $list) (i32.const 8)))
    (local.set $row (i32.add (i32.add (local.get $list) (local.get $size)) (i32.const 16)))
    (loop $chunk
      (local.set $at (i32.add (local.get $x) (local.get $cell)))
      (local.set $mask (i32.xor (i32.const -1) (i32.or
        (i8x16.bitmask (i8x16.narrow_i16x8_s
          (i16x8.eq (v128.load (local.get $at)) (local.get $zero))
          (i16x8.eq (v128.load offset=16 (local.get $at)) (local.get $zero))))
        (i32.shl
          (i8x16.bitmask (i8x16.narrow_i16x8_s
            (i16x8.eq (v128.load offset=32 (local.get $at)) (local.get $zero))
            (i16x8.eq (v128.load offset=48 (local.get $at)) (local.get $zero))))
          (i32.const 16)))))
      (block $listed
        (loop $next
          (br_if $listed (i32.eqz (local.get $mask)))
          (local.set $at (i32.add (local.get $cell) (i32.shl (i32.ctz (local.get $mask)) (i32.const 1))))
          (i32.store16 (local.get $value) (i32.load16_u (i32.add (local.get $x) (local.get $at))))
          (i32.store (local.get $row) (i32.shr_u (i32.mul (local.get $at) (local.get $size)) (i32.const 1)))
          (local.set $value (i32.add (local.get $value) (i32.const 2)))
          (local.set $row (i32.add (local.get $row) (i32.const 4)))
          (local.set $mask (i32.and (local.get $mask) (i32.sub (local.get $mask) (i32.const 1))))
          (br $next)))
      (local.set $cell (i32.add (local.get $cell) (i32.const 64)))
      (br_if $chunk (i32.lt_u (local.get $cell) (local.get $size))))
    (i32.store16 (local.get $value) (i32.const 0))
    (i32.store (local.get $row) (i32.const 0))
    (i32.store (local.get $list)
      (i32.and (i32.sub (local.get $value) (i32.add (local.get $list) (i32.const 6))) (i32.const -4))))

  ;; A hidden layer of as many cells (a multiple of 32) as the layer at `kept`, `size` bytes a unit. It sees each unit there and those
  ;; `reach` bytes before and behind; what is below zero is dropped, and the cell at `kept` is added. The weights are rows, one for each
  ;; cell of what is seen. At `lists` is room for the lists of all units that are seen, 3 * `size` + 32 bytes each.
  (func (export "hidden") (param $out i32) (param $kept i32) (param $weights i32) (param $bias i32)
    (param $units i32) (param $size i32) (param $reach i32) (param $shift i32) (param $lists i32)
    (local $t i32) (local $cell i32) (local $room i32) (local $step i32) (local $part i32) (local $seen i32)
    (local $list i32) (local $w i32) (local $value i32) (local $last i32) (local $row i32) (local $p i32) (local $q i32)
    (local $x v128) (local $r v128) (local $s v128) (local $zero v128)
    (local $a v128) (local $b v128) (local $c v128) (local $d v128)
    (local $e v128) (local $f v128) (local $g v128) (local $h v128)
    (local.set $room (i32.add (i32.mul (local.get $size) (i32.const 3)) (i32.const 32)))
    (local.set $t (i32.div_u (local.get $reach) (local.get $size)))
    (local.set $step (i32.mul (local.get $t) (local.get $room)))
    (local.set $t (i32.add (local.get $units) (i32.shl (local.get $t) (i32.const 1))))
    (local.set $seen (i32.sub (local.get $kept) (local.get $reach)))
    (local.set $list (local.get $lists))
    (loop $unit
      (call $list (local.get $seen) (local.get $size) (local.get $list))
      (local.set $seen (i32.add (local.get $seen) (local.get $size)))
      (local.set $list (i32.add (local.get $list) (local.get $room)))
      (local.set $t (i32.sub (local.get $t) (i32.const 1)))
      (br_if $unit (local.get $t)))
    (block $done
      (loop $unit
        (br_if $done (i32.ge_s (local.get $t) (local.get $units)))
        (local.set $cell (i32.const 0))
        (loop $cells
          ;; 32 cells at a time.
          (local.set $p (i32.add (local.get $bias) (i32.shl (local.get $cell) (i32.const 1))))
          (local.set $a (v128.load (local.get $p)))
          (local.set $b (v128.load offset=16 (local.get $p)))
          (local.set $c (v128.load offset=32 (local.get $p)))
          (local.set $d (v128.load offset=48 (local.get $p)))
          (local.set $e (v128.load offset=64 (local.get $p)))
          (local.set $f (v128.load offset=80 (local.get $p)))
          (local.set $g (v128.load offset=96 (local.get $p)))
          (local.set $h (v128.load offset=112 (local.get $p)))
          (local.set $list (local.get $lists))
          (local.set $w (i32.add (local.get $weights) (local.get $cell)))
          (local.set $part (i32.const 3))
          (loop $next
            (local.set $value (i32.add (local.get $list) (i32.const 8)))
            (local.set $last (i32.add (local.get $value) (i32.load (local.get $list))))
            (local.set $row (i32.add (i32.add (local.get $list) (local.get $size)) (i32.const 16)))
            (block $summed
              (loop $pair
                (br_if $summed (i32.ge_u (local.get $value) (local.get $last)))
                ;; Two cells and their rows of weights, interleaved.
                (local.set $x (v128.load32_splat (local.get $value)))
                (local.set $p (i32.add (local.get $w) (i32.load (local.get $row))))
                (local.set $q (i32.add (local.get $w) (i32.load offset=4 (local.get $row))))
                (local.set $r (v128.load (local.get $p)))
                (local.set $s (v128.load (local.get $q)))
                (local.set $a (i32x4.add (local.get $a) (i32x4.dot_i16x8_s (local.get $x)
                  (i8x16.shuffle 0 1 16 17 2 3 18 19 4 5 20 21 6 7 22 23 (local.get $r) (local.get $s)))))
                (local.set $b (i32x4.add (local.get $b) (i32x4.dot_i16x8_s (local.get $x)
                  (i8x16.shuffle 8 9 24 25 10 11 26 27 12 13 28 29 14 15 30 31 (local.get $r) (local.get $s)))))
                (local.set $r (v128.load offset=16 (local.get $p)))
                (local.set $s (v128.load offset=16 (local.get $q)))
                (local.set $c (i32x4.add (local.get $c) (i32x4.dot_i16x8_s (local.get $x)
                  (i8x16.shuffle 0 1 16 17 2 3 18 19 4 5 20 21 6 7 22 23 (local.get $r) (local.get $s)))))
                (local.set $d (i32x4.add (local.get $d) (i32x4.dot_i16x8_s (local.get $x)
                  (i8x16.shuffle 8 9 24 25 10 11 26 27 12 13 28 29 14 15 30 31 (local.get $r) (local.get $s)))))
                (local.set $r (v128.load offset=32 (local.get $p)))
                (local.set $s (v128.load offset=32 (local.get $q)))
                (local.set $e (i32x4.add (local.get $e) (i32x4.dot_i16x8_s (local.get $x)
                  (i8x16.shuffle 0 1 16 17 2 3 18 19 4 5 20 21 6 7 22 23 (local.get $r) (local.get $s)))))
                (local.set $f (i32x4.add (local.get $f) (i32x4.dot_i16x8_s (local.get $x)
                  (i8x16.shuffle 8 9 24 25 10 11 26 27 12 13 28 29 14 15 30 31 (local.get $r) (local.get $s)))))
                (local.set $r (v128.load offset=48 (local.get $p)))
                (local.set $s (v128.load offset=48 (local.get $q)))
                (local.set $g (i32x4.add (local.get $g) (i32x4.dot_i16x8_s (local.get $x)
                  (i8x16.shuffle 0 1 16 17 2 3 18 19 4 5 20 21 6 7 22 23 (local.get $r) (local.get $s)))))
                (local.set $h (i32x4.add (local.get $h) (i32x4.dot_i16x8_s (local.get $x)
                  (i8x16.shuffle 8 9 24 25 10 11 26 27 12 13 28 29 14 15 30 31 (local.get $r) (local.get $s)))))
                (local.set $value (i32.add (local.get $value) (i32.const 4)))
                (local.set $row (i32.add (local.get $row) (i32.const 8)))
                (br $pair)))
            (local.set $list (i32.add (local.get $list) (local.get $step)))
            (local.set $w (i32.add (local.get $w) (i32.shr_u (i32.mul (local.get $size) (local.get $size)) (i32.const 1))))
            (local.set $part (i32.sub (local.get $part) (i32.const 1)))
            (br_if $next (local.get $part)))
          (v128.store (local.get $out) (i16x8.add_sat_s (v128.load (local.get $kept))
            (call $narrow (local.get $a) (local.get $b) (local.get $shift))))
          (v128.store offset=16 (local.get $out) (i16x8.add_sat_s (v128.load offset=16 (local.get $kept))
            (call $narrow (local.get $c) (local.get $d) (local.get $shift))))
          (v128.store offset=32 (local.get $out) (i16x8.add_sat_s (v128.load offset=32 (local.get $kept))
            (call $narrow (local.get $e) (local.get $f) (local.get $shift))))
          (v128.store offset=48 (local.get $out) (i16x8.add_sat_s (v128.load offset=48 (local.get $kept))
            (call $narrow (local.get $g) (local.get $h) (local.get $shift))))
          (local.set $out (i32.add (local.get $out) (i32.const 64)))
          (local.set $kept (i32.add (local.get $kept) (i32.const 64)))
          (local.set $cell (i32.add (local.get $cell) (i32.const 64)))
          (br_if $cells (i32.lt_u (local.get $cell) (local.get $size))))
        (local.set $lists (i32.add (local.get $lists) (local.get $room)))
        (local.set $t (i32.add (local.get $t) (i32.const 1)))
        (br $unit))))

  ;; Eight sums of 32 bits as 16, narrowed by `shift` bits, what is below zero dropped.
  (func $narrow (param $a v128) (param $b v128) (param $shift i32) (result v128)
    (local $zero v128)
    (i16x8.narrow_i32x4_s
      (i32x4.max_s (i32x4.shr_s (local.get $a) (local.get $shift)) (local.get $zero))
      (i32x4.max_s (i32x4.shr_s (local.get $b) (local.get $shift)) (local.get $zero))))

  ;; Four products of the `size` bytes (a multiple of 64) at `x` with the four rows of weights that start at `w`.
  (func $products (param $x i32) (param $w i32) (param $size i32) (result v128)
    (local $end i32) (local $w1 i32) (local $w2 i32) (local $w3 i32) (local $value v128)
    (local $a v128) (local $b v128) (local $c v128) (local $d v128)
    (local.set $w1 (i32.add (local.get $w) (local.get $size)))
    (local.set $w2 (i32.add (local.get $w1) (local.get $size)))
    (local.set $w3 (i32.add (local.get $w2) (local.get $size)))
    (local.set $end (i32.add (local.get $x) (local.get $size)))
    (loop $next
      (local.set $value (v128.load (local.get $x)))
      (local.set $a (i32x4.add (local.get $a) (i32x4.dot_i16x8_s (local.get $value) (v128.load (local.get $w)))))
      (local.set $b (i32x4.add (local.get $b) (i32x4.dot_i16x8_s (local.get $value) (v128.load (local.get $w1)))))
      (local.set $c (i32x4.add (local.get $c) (i32x4.dot_i16x8_s (local.get $value) (v128.load (local.get $w2)))))
      (local.set $d (i32x4.add (local.get $d) (i32x4.dot_i16x8_s (local.get $value) (v128.load (local.get $w3)))))
      (local.set $value (v128.load offset=16 (local.get $x)))
      (local.set $a (i32x4.add (local.get $a) (i32x4.dot_i16x8_s (local.get $value) (v128.load offset=16 (local.get $w)))))
      (local.set $b (i32x4.add (local.get $b) (i32x4.dot_i16x8_s (local.get $value) (v128.load offset=16 (local.get $w1)))))
      (local.set $c (i32x4.add (local.get $c) (i32x4.dot_i16x8_s (local.get $value) (v128.load offset=16 (local.get $w2)))))
      (local.set $d (i32x4.add (local.get $d) (i32x4.dot_i16x8_s (local.get $value) (v128.load offset=16 (local.get $w3)))))
      (local.set $value (v128.load offset=32 (local.get $x)))
      (local.set $a (i32x4.add (local.get $a) (i32x4.dot_i16x8_s (local.get $value) (v128.load offset=32 (local.get $w)))))
      (local.set $b (i32x4.add (local.get $b) (i32x4.dot_i16x8_s (local.get $value) (v128.load offset=32 (local.get $w1)))))
      (local.set $c (i32x4.add (local.get $c) (i32x4.dot_i16x8_s (local.get $value) (v128.load offset=32 (local.get $w2)))))
      (local.set $d (i32x4.add (local.get $d) (i32x4.dot_i16x8_s (local.get $value) (v128.load offset=32 (local.get $w3)))))
      (local.set $value (v128.load offset=48 (local.get $x)))
      (local.set $a (i32x4.add (local.get $a) (i32x4.dot_i16x8_s (local.get $value) (v128.load offset=48 (local.get $w)))))
      (local.set $b (i32x4.add (local.get $b) (i32x4.dot_i16x8_s (local.get $value) (v128.load offset=48 (local.get $w1)))))
      (local.set $c (i32x4.add (local.get $c) (i32x4.dot_i16x8_s (local.get $value) (v128.load offset=48 (local.get $w2)))))
      (local.set $d (i32x4.add (local.get $d) (i32x4.dot_i16x8_s (local.get $value) (v128.load offset=48 (local.get $w3)))))
      (local.set $x (i32.add (local.get $x) (i32.const 64)))
      (local.set $w (i32.add (local.get $w) (i32.const 64)))
      (local.set $w1 (i32.add (local.get $w1) (i32.const 64)))
      (local.set $w2 (i32.add (local.get $w2) (i32.const 64)))
      (local.set $w3 (i32.add (local.get $w3) (i32.const 64)))
      (br_if $next (i32.lt_u (local.get $x) (local.get $end))))
    (local.set $a (i32x4.add
      (i8x16.shuffle 0 1 2 3 16 17 18 19 4 5 6 7 20 21 22 23 (local.get $a) (local.get $b))
      (i8x16.shuffle 8 9 10 11 24 25 26 27 12 13 14 15 28 29 30 31 (local.get $a) (local.get $b))))
    (local.set $c (i32x4.add
      (i8x16.shuffle 0 1 2 3 16 17 18 19 4 5 6 7 20 21 22 23 (local.get $c) (local.get $d))
      (i8x16.shuffle 8 9 10 11 24 25 26 27 12 13 14 15 28 29 30 31 (local.get $c) (local.get $d))))
    (i32x4.add
      (i8x16.shuffle 0 1 2 3 4 5 6 7 16 17 18 19 20 21 22 23 (local.get $a) (local.get $c))
      (i8x16.shuffle 8 9 10 11 12 13 14 15 24 25 26 27 28 29 30 31 (local.get $a) (local.get $c))))

  ;; The last layer: `count` scores of 32 bits (a multiple of 4) from the `size` bytes (a multiple of 64) of each unit at `x`.
  (func (export "scores") (param $out i32) (param $x i32) (param $weights i32) (param $bias i32)
    (param $units i32) (param $size i32) (param $count i32) (param $shift i32)
    (local $t i32) (local $cell i32) (local $w i32)
    (block $done
      (loop $unit
        (br_if $done (i32.ge_s (local.get $t) (local.get $units)))
        (local.set $cell (i32.const 0))
        (local.set $w (local.get $weights))
        (loop $four
          (v128.store (local.get $out)
            (i32x4.shr_s
              (i32x4.add
                (v128.load (i32.add (local.get $bias) (i32.shl (local.get $cell) (i32.const 2))))
                (call $products (local.get $x) (local.get $w) (local.get $size)))
              (local.get $shift)))
          (local.set $out (i32.add (local.get $out) (i32.const 16)))
          (local.set $w (i32.add (local.get $w) (i32.shl (local.get $size) (i32.const 2))))
          (local.set $cell (i32.add (local.get $cell) (i32.const 4)))
          (br_if $four (i32.lt_s (local.get $cell) (local.get $count))))
        (local.set $x (i32.add (local.get $x) (local.get $size)))
        (local.set $t (i32.add (local.get $t) (i32.const 1)))
        (br $unit))))

  ;; The best score of a sequence that ends at each unit with each label, its own score included, and the label before it: rows of 40
  ;; numbers of 32 bits at `ahead` and `back`, as at `scores`. Label 0 is outside, behind it come B, I, E and S of each of nine types. `moves` has a
  ;; row for each label, what it costs to go from it to each. A label that is `lag` behind the best one, or further behind the best one of those that
  ;; close a name than `bounds` (rows by that one) says, is not followed. At `tops` are for each unit the best score and the best of those that end a name.
  (func (export "forward") (param $scores i32) (param $units i32) (param $ahead i32) (param $back i32) (param $tops i32)
    (param $moves i32) (param $bounds i32) (param $lag i32)
    (local $t i32) (local $k i32) (local $last i32) (local $most i32) (local $best i32) (local $least i32) (local $from i32) (local $mask i32)
    (local $v v128) (local $top v128) (local $alive v128) (local $begun v128) (local $base v128) (local $sum v128) (local $better v128)
    (local $to v128)
    (block $done
      (loop $unit
        (br_if $done (i32.ge_s (local.get $t) (local.get $units)))
        (call $clear (local.get $ahead) (local.get $back))
        (if (i32.eqz (local.get $t))
          (then
            (i32.store (local.get $ahead) (i32.const 0))
            (local.set $k (i32.const 4))
            (loop $type
              (v128.store (i32.add (local.get $ahead) (local.get $k))
                (v128.bitselect (v128.const i32x4 0 0 0 0) (v128.load (i32.add (local.get $ahead) (local.get $k)))
                  (v128.const i32x4 -1 0 0 -1)))
              (br_if $type (i32.lt_u (local.tee $k (i32.add (local.get $k) (i32.const 16))) (i32.const 148)))))
          (else
            (local.set $last (i32.sub (local.get $ahead) (i32.const 160)))
            (local.set $least (i32.sub (i32.load (i32.sub (local.get $tops) (i32.const 8))) (local.get $lag)))
            ;; The best label that closes a name, of equal ones the first.
            (local.set $most (i32.load (local.get $last)))
            (local.set $best (i32.const 0))
            (if (i32.gt_s (i32.load (i32.sub (local.get $tops) (i32.const 4))) (local.get $most))
              (then
                (local.set $most (i32.load (i32.sub (local.get $tops) (i32.const 4))))
                (local.set $best (i32.const 3))
                (block $found
                  (loop $label
                    (br_if $found (i32.eq (local.get $most)
                      (i32.load (i32.add (local.get $last) (i32.shl (local.get $best) (i32.const 2))))))
                    ;; From E to S, from S to E of the next type.
                    (local.set $best (i32.add (local.get $best)
                      (i32.add (i32.const 1) (i32.shl (i32.eqz (i32.and (local.get $best) (i32.const 3))) (i32.const 1)))))
                    (br $label)))))
            (if (i32.ge_s (local.get $most) (local.get $least))
              (then
                (local.set $from (i32.add (local.get $bounds) (i32.mul (local.get $best) (i32.const 160))))
                (if (i32.and
                    (i32.ge_s (i32.load (local.get $last)) (local.get $least))
                    (i32.ge_s (i32.load (local.get $last)) (i32.add (local.get $most) (i32.load (local.get $from)))))
                  (then (call $follow (local.get $ahead) (local.get $back) (local.get $moves) (i32.const 0)
                    (i32.load (local.get $last)))))
                (local.set $k (i32.const 4))
                (loop $type
                  (local.set $mask (i32x4.bitmask (i32x4.ge_s
                    (v128.load (i32.add (local.get $last) (local.get $k)))
                    (i32x4.max_s
                      (i32x4.splat (local.get $least))
                      (i32x4.add (i32x4.splat (local.get $most))
                        (v128.load (i32.add (local.get $from) (local.get $k))))))))
                  (block $followed
                    (loop $label
                      (br_if $followed (i32.eqz (local.get $mask)))
                      (local.set $best (i32.add (i32.shr_u (local.get $k) (i32.const 2)) (i32.ctz (local.get $mask))))
                      (call $follow (local.get $ahead) (local.get $back) (local.get $moves) (local.get $best)
                        (i32.load (i32.add (local.get $last) (i32.shl (local.get $best) (i32.const 2)))))
                      (local.set $mask (i32.and (local.get $mask) (i32.sub (local.get $mask) (i32.const 1))))
                      (br $label)))
                  (br_if $type (i32.lt_u (local.tee $k (i32.add (local.get $k) (i32.const 16))) (i32.const 148))))))
            ;; Inside a name: from B and I to I and E of its type.
            (local.set $k (i32.const 4))
            (local.set $from (i32.add (local.get $moves) (i32.const 160)))
            (local.set $begun (i32x4.splat (i32.const 1)))
            (loop $type
              (local.set $v (v128.load (i32.add (local.get $last) (local.get $k))))
              (local.set $alive (v128.and
                (i32x4.ge_s (local.get $v) (i32x4.splat (local.get $least))) (v128.const i32x4 -1 -1 0 0)))
              (if (v128.any_true (local.get $alive))
                (then
                  (local.set $base (v128.load (i32.add (local.get $ahead) (local.get $k))))
                  (local.set $to (v128.load (i32.add (local.get $back) (local.get $k))))
                  (local.set $sum (i32x4.add
                    (i8x16.shuffle 0 1 2 3 0 1 2 3 0 1 2 3 0 1 2 3 (local.get $v) (local.get $v))
                    (v128.load (i32.add (local.get $from) (local.get $k)))))
                  (local.set $better (v128.and
                    (v128.and (i32x4.gt_s (local.get $sum) (local.get $base)) (v128.const i32x4 0 -1 -1 0))
                    (i8x16.shuffle 0 1 2 3 0 1 2 3 0 1 2 3 0 1 2 3 (local.get $alive) (local.get $alive))))
                  (local.set $base (v128.bitselect (local.get $sum) (local.get $base) (local.get $better)))
                  (local.set $to (v128.bitselect (local.get $begun) (local.get $to) (local.get $better)))
                  (local.set $sum (i32x4.add
                    (i8x16.shuffle 4 5 6 7 4 5 6 7 4 5 6 7 4 5 6 7 (local.get $v) (local.get $v))
                    (v128.load offset=160 (i32.add (local.get $from) (local.get $k)))))
                  (local.set $better (v128.and
                    (v128.and (i32x4.gt_s (local.get $sum) (local.get $base)) (v128.const i32x4 0 -1 -1 0))
                    (i8x16.shuffle 4 5 6 7 4 5 6 7 4 5 6 7 4 5 6 7 (local.get $alive) (local.get $alive))))
                  (v128.store (i32.add (local.get $ahead) (local.get $k))
                    (v128.bitselect (local.get $sum) (local.get $base) (local.get $better)))
                  (v128.store (i32.add (local.get $back) (local.get $k))
                    (v128.bitselect (i32x4.add (local.get $begun) (v128.const i32x4 1 1 1 1)) (local.get $to) (local.get $better)))))
              (local.set $begun (i32x4.add (local.get $begun) (v128.const i32x4 4 4 4 4)))
              (local.set $from (i32.add (local.get $from) (i32.const 640)))
              (br_if $type (i32.lt_u (local.tee $k (i32.add (local.get $k) (i32.const 16))) (i32.const 148))))))
        ;; The scores of the unit, and the best.
        (i32.store (local.get $ahead) (i32.add (i32.load (local.get $ahead)) (i32.load (local.get $scores))))
        (local.set $top (i32x4.splat (i32.const -2147483648)))
        (local.set $k (i32.const 4))
        (loop $type
          (local.set $v (i32x4.add
            (v128.load (i32.add (local.get $ahead) (local.get $k))) (v128.load (i32.add (local.get $scores) (local.get $k)))))
          (v128.store (i32.add (local.get $ahead) (local.get $k)) (local.get $v))
          (local.set $top (i32x4.max_s (local.get $top) (local.get $v)))
          (br_if $type (i32.lt_u (local.tee $k (i32.add (local.get $k) (i32.const 16))) (i32.const 148))))
        ;; Of B and S, and of I and E; then of all.
        (local.set $v (i32x4.max_s (local.get $top)
          (i8x16.shuffle 12 13 14 15 8 9 10 11 12 13 14 15 8 9 10 11 (local.get $top) (local.get $top))))
        (i32.store offset=4 (local.get $tops) (i32x4.extract_lane 2 (local.get $v)))
        (local.set $v (i32x4.max_s (local.get $v) (i32x4.splat (i32.load (local.get $ahead)))))
        (local.set $v (i32x4.max_s (local.get $v)
          (i8x16.shuffle 4 5 6 7 0 1 2 3 4 5 6 7 0 1 2 3 (local.get $v) (local.get $v))))
        (i32.store (local.get $tops) (i32x4.extract_lane 0 (local.get $v)))
        (local.set $ahead (i32.add (local.get $ahead) (i32.const 160)))
        (local.set $back (i32.add (local.get $back) (i32.const 160)))
        (local.set $scores (i32.add (local.get $scores) (i32.const 160)))
        (local.set $tops (i32.add (local.get $tops) (i32.const 8)))
        (local.set $t (i32.add (local.get $t) (i32.const 1)))
        (br $unit))))

  ;; A row of scores that no sequence has, and one of labels.
  (func $clear (param $ahead i32) (param $back i32)
    (local $k i32)
    (loop $next
      (v128.store (i32.add (local.get $ahead) (local.get $k)) (v128.const i32x4 -536870912 -536870912 -536870912 -536870912))
      (v128.store (i32.add (local.get $back) (local.get $k)) (v128.const i32x4 0 0 0 0))
      (br_if $next (i32.lt_u (local.tee $k (i32.add (local.get $k) (i32.const 16))) (i32.const 160)))))

  ;; Goes on from a label, which has the score `base`, to every one that a name may begin with, where that is better.
  (func $follow (param $ahead i32) (param $back i32) (param $moves i32) (param $from i32) (param $base i32)
    (local $k i32) (local $sum v128) (local $to v128) (local $better v128)
    (local.set $moves (i32.add (local.get $moves) (i32.mul (local.get $from) (i32.const 160))))
    (if (i32.gt_s (i32.add (local.get $base) (i32.load (local.get $moves))) (i32.load (local.get $ahead)))
      (then
        (i32.store (local.get $ahead) (i32.add (local.get $base) (i32.load (local.get $moves))))
        (i32.store (local.get $back) (local.get $from))))
    (local.set $k (i32.const 4))
    (loop $type
      (local.set $sum (i32x4.add (i32x4.splat (local.get $base)) (v128.load (i32.add (local.get $moves) (local.get $k)))))
      (local.set $to (v128.load (i32.add (local.get $ahead) (local.get $k))))
      (local.set $better (v128.and (i32x4.gt_s (local.get $sum) (local.get $to)) (v128.const i32x4 -1 0 0 -1)))
      (v128.store (i32.add (local.get $ahead) (local.get $k))
        (v128.bitselect (local.get $sum) (local.get $to) (local.get $better)))
      (v128.store (i32.add (local.get $back) (local.get $k))
        (v128.bitselect (i32x4.splat (local.get $from))
          (v128.load (i32.add (local.get $back) (local.get $k))) (local.get $better)))
      (br_if $type (i32.lt_u (local.tee $k (i32.add (local.get $k) (i32.const 16))) (i32.const 148))))))
