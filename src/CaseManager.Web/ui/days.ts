/** A day by its ISO name, so many days later or, below nought, earlier: 2026-11-23. */
export const addDays = (date: string, days: number) => new Date(Date.parse(`${date}T00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
