;; The arithmetic of the network of names, in whole numbers, so that every machine gives the same.
;; Built into data/kernels.wasm by src/tools/build-kernels.ts. All pointers are bytes of the memory.
(module
  (memory (export "memory") 16)

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

  ;; Sums the rows (8 bits, `width` cells, a multiple of 8) of each unit: 32 bits a cell. `rows` and `starts` are as above.
  (func (export "sums") (param $out i32) (param $units i32) (param $rows i32) (param $starts i32) (param $width i32)
    (local $t i32) (local $cell i32) (local $row i32) (local $last i32) (local $value v128) (local $a v128) (local $b v128)
    (block $done
      (loop $unit
        (br_if $done (i32.ge_s (local.get $t) (local.get $units)))
        (local.set $last (i32.add (local.get $rows)
          (i32.shl (i32.load offset=4 (i32.add (local.get $starts) (i32.shl (local.get $t) (i32.const 2)))) (i32.const 2))))
        (local.set $cell (i32.const 0))
        (loop $chunk
          (local.set $a (v128.const i32x4 0 0 0 0))
          (local.set $b (v128.const i32x4 0 0 0 0))
          (local.set $row (i32.add (local.get $rows)
            (i32.shl (i32.load (i32.add (local.get $starts) (i32.shl (local.get $t) (i32.const 2)))) (i32.const 2))))
          (block $summed
            (loop $next
              (br_if $summed (i32.ge_u (local.get $row) (local.get $last)))
              (local.set $value (v128.load8x8_s (i32.add (i32.load (local.get $row)) (local.get $cell))))
              (local.set $a (i32x4.add (local.get $a) (i32x4.extend_low_i16x8_s (local.get $value))))
              (local.set $b (i32x4.add (local.get $b) (i32x4.extend_high_i16x8_s (local.get $value))))
              (local.set $row (i32.add (local.get $row) (i32.const 4)))
              (br $next)))
          (v128.store (local.get $out) (local.get $a))
          (v128.store offset=16 (local.get $out) (local.get $b))
          (local.set $out (i32.add (local.get $out) (i32.const 32)))
          (local.set $cell (i32.add (local.get $cell) (i32.const 8)))
          (br_if $chunk (i32.lt_s (local.get $cell) (local.get $width))))
        (local.set $t (i32.add (local.get $t) (i32.const 1)))
        (br $unit))))

  ;; Four products of `parts` stretches of `size` bytes (a multiple of 64), the first at `x` and each `stride` behind the last, with
  ;; the four rows of weights that start at `w`.
  (func $products (param $x i32) (param $w i32) (param $size i32) (param $parts i32) (param $stride i32) (result v128)
    (local $end i32) (local $w1 i32) (local $w2 i32) (local $w3 i32) (local $row i32) (local $value v128)
    (local $a v128) (local $b v128) (local $c v128) (local $d v128)
    (local.set $row (i32.mul (local.get $size) (local.get $parts)))
    (local.set $w1 (i32.add (local.get $w) (local.get $row)))
    (local.set $w2 (i32.add (local.get $w1) (local.get $row)))
    (local.set $w3 (i32.add (local.get $w2) (local.get $row)))
    (loop $part
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
      (local.set $x (i32.add (i32.sub (local.get $x) (local.get $size)) (local.get $stride)))
      (local.set $parts (i32.sub (local.get $parts) (i32.const 1)))
      (br_if $part (local.get $parts)))
    (local.set $a (i32x4.add
      (i8x16.shuffle 0 1 2 3 16 17 18 19 4 5 6 7 20 21 22 23 (local.get $a) (local.get $b))
      (i8x16.shuffle 8 9 10 11 24 25 26 27 12 13 14 15 28 29 30 31 (local.get $a) (local.get $b))))
    (local.set $c (i32x4.add
      (i8x16.shuffle 0 1 2 3 16 17 18 19 4 5 6 7 20 21 22 23 (local.get $c) (local.get $d))
      (i8x16.shuffle 8 9 10 11 24 25 26 27 12 13 14 15 28 29 30 31 (local.get $c) (local.get $d))))
    (i32x4.add
      (i8x16.shuffle 0 1 2 3 4 5 6 7 16 17 18 19 20 21 22 23 (local.get $a) (local.get $c))
      (i8x16.shuffle 8 9 10 11 12 13 14 15 24 25 26 27 28 29 30 31 (local.get $a) (local.get $c))))

  ;; A hidden layer of as many cells (a multiple of 32) as the layer at `kept`, `size` bytes a unit. It sees each unit there and those
  ;; `reach` bytes before and behind; what is below zero is dropped, and the cell at `kept` is added.
  (func (export "hidden") (param $out i32) (param $kept i32) (param $weights i32) (param $bias i32)
    (param $units i32) (param $size i32) (param $reach i32) (param $shift i32)
    (local $t i32) (local $cell i32) (local $w i32) (local $x i32)
    (local.set $x (i32.sub (local.get $kept) (local.get $reach)))
    (block $done
      (loop $unit
        (br_if $done (i32.ge_s (local.get $t) (local.get $units)))
        (local.set $cell (i32.const 0))
        (local.set $w (local.get $weights))
        (loop $four
          (v128.store64_lane 0 (local.get $out)
            (i16x8.add_sat_s
              (v128.load64_zero (local.get $kept))
              (i16x8.narrow_i32x4_s
                (i32x4.max_s
                  (i32x4.shr_s
                    (i32x4.add
                      (v128.load (i32.add (local.get $bias) (i32.shl (local.get $cell) (i32.const 2))))
                      (call $products
                        (local.get $x) (local.get $w) (local.get $size) (i32.const 3) (local.get $reach)))
                    (local.get $shift))
                  (v128.const i32x4 0 0 0 0))
                (v128.const i32x4 0 0 0 0))))
          (local.set $out (i32.add (local.get $out) (i32.const 8)))
          (local.set $kept (i32.add (local.get $kept) (i32.const 8)))
          (local.set $w (i32.add (local.get $w) (i32.mul (local.get $size) (i32.const 12))))
          (local.set $cell (i32.add (local.get $cell) (i32.const 4)))
          (br_if $four (i32.lt_s (i32.shl (local.get $cell) (i32.const 1)) (local.get $size))))
        (local.set $x (i32.add (local.get $x) (local.get $size)))
        (local.set $t (i32.add (local.get $t) (i32.const 1)))
        (br $unit))))

  ;; The last layer: `count` scores of 32 bits (a multiple of 4) from the `size` bytes of each unit at `x`.
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
                (call $products (local.get $x) (local.get $w) (local.get $size) (i32.const 1) (i32.const 0)))
              (local.get $shift)))
          (local.set $out (i32.add (local.get $out) (i32.const 16)))
          (local.set $w (i32.add (local.get $w) (i32.shl (local.get $size) (i32.const 2))))
          (local.set $cell (i32.add (local.get $cell) (i32.const 4)))
          (br_if $four (i32.lt_s (local.get $cell) (local.get $count))))
        (local.set $x (i32.add (local.get $x) (local.get $size)))
        (local.set $t (i32.add (local.get $t) (i32.const 1)))
        (br $unit)))))
