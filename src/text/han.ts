/** Whether a UTF-16 unit alone is a Han character (`\p{Script=Han}`). */
export function isHanUnit(unit: number): boolean {
  if (unit >= 0x3400 && unit <= 0x9fff) return unit <= 0x4dbf || unit >= 0x4e00;
  if (unit < 0x2e80 || unit > 0xfad9) return false;
  if (unit < 0x3400)
    return (
      (unit <= 0x2ef3 && unit !== 0x2e9a) ||
      (unit >= 0x2f00 && unit <= 0x2fd5) ||
      unit === 0x3005 ||
      unit === 0x3007 ||
      (unit >= 0x3021 && unit <= 0x3029) ||
      (unit >= 0x3038 && unit <= 0x303b)
    );
  return unit >= 0xf900 && (unit <= 0xfa6d || unit >= 0xfa70);
}

/** Whether a Han character stands between two offsets of a text. */
export function holdsHan(text: string, start = 0, end = text.length): boolean {
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (isHanUnit(unit)) return true;
    // Of two units: only here the text is cut.
    if (unit >= 0xd800 && unit <= 0xdbff && /^\p{Script=Han}/u.test(text.slice(at, Math.min(at + 2, end)))) return true;
  }
  return false;
}
