/** What sign-ups are measured beside (docs/adr/0033). */
export const attackNames = [
  'documents of 10,000 lines, twenty accounts',
  'calendar feed, ten connections',
  'own registrations, a hundred of them',
  'wrong staff passwords, eight at once',
  'anonymous logins and hoarding, twenty at once',
  'urgent requests, three accounts',
  'newsletters of 400,000 characters',
  'a workbook with one cell at the end',
  'a workbook of 260,000 blank rows',
  'import of 5,000 stations',
] as const;
export type AttackName = (typeof attackNames)[number];
