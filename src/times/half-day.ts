/** The hour on the clock of 24 by a.m. or p.m. */
export function twelveHours(hour: number, half: string): number {
  if (half === 'PM') return hour < 12 ? hour + 12 : hour;
  return hour === 12 ? 0 : hour;
}

/** The hour on the clock of 24, by the part of the day that is named. */
export function afternoon(hour: number, part: string | undefined): number {
  const code = part?.slice(0, 2);
  if (hour > 12 || code === undefined) return hour;
  if (code === 'AF') return hour === 12 ? 12 : hour + 12;
  if (code === 'EV') return hour === 12 ? 24 : hour >= 4 ? hour + 12 : hour;
  if (code === 'MI') return hour < 4 ? hour + 12 : hour;
  if (code !== 'NI') return hour;
  if (part === 'NI 0 6') return hour === 12 ? 0 : hour;
  if (hour === 12) return 24;
  return hour >= 6 ? hour + 12 : hour;
}
