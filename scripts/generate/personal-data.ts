/** `docs/personal-data.md`: what the service may hold of a person who signs up, from the registry of a person's fields. */
import { personFieldNames, personFields, type PersonFieldName } from '@yugong/domain/person';

/** The page's place, for whoever writes or checks it. */
export const PERSONAL_DATA_PAGE = 'docs/personal-data.md';

const searches = { text: 'a part of it', digits: 'three digits of it' } as const;

function row(name: PersonFieldName): string[] {
  const { label, isAlwaysAsked, purpose, consent, mask, example, search } = personFields[name];
  return [
    `\`${name}\``,
    label,
    isAlwaysAsked ? 'always' : 'where a programme needs it',
    purpose,
    `\`${consent}\``,
    `\`${mask(example)}\``,
    search ? searches[search] : 'no',
  ];
}

/** How wide a text is where a 汉字 takes two columns, as Prettier counts. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, char) => sum + (/[\u2e80-\uffef]/.test(char) ? 2 : 1), 0);

function table(rows: readonly string[][]): string {
  const [head = [], ...body] = rows;
  const widths = head.map((_, at) => Math.max(...rows.map((cells) => widthOf(cells[at] ?? ''))));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, at) => cell + ' '.repeat((widths[at] ?? 0) - widthOf(cell))).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...body.map(line)].join('\n');
}

/** The page, as it is checked in. */
export function personalDataPage(): string {
  const head = ['Key', 'Label', 'Asked', 'What for', 'Consent', 'Masked', 'Found in a roster by'];
  return `# What is held of a person who signs up

This page is written by \`npm run generate\` from \`packages/domain/person/fields.ts\`; a change to it belongs there.

${table([head, ...personFieldNames.map(row)])}

- A person's fields are sealed together with a key of their account, in the registration's row. Deleting the account
  destroys the key; withdrawing a consent, or 180 days after the session, empties the row.
- Staff see a roster masked. Seeing a person in full wants a reason and is audited, and so is exporting a roster, which
  writes out only the fields that were chosen.
- A phone at the entrance holds the masked name and the last four digits of the phone number, and forgets them with the
  list.
- A team's other members are held by name alone, in their captain's sealed record.
- Of the device that signs up the service keeps a keyed hash of an id that the app made by chance (of network and browser
  where a client sends none), and of the identity number one without its last four digits: to limit people a device and to
  flag what belongs together. Both are emptied 30 days after the session. A code that proves a phone number is kept as a
  keyed hash for ten minutes, the carrier's number of its message for seven days, to know its receipt (ADR 30).
- The phone number is read from its seal at the moment an SMS is handed to the carrier's service, and goes nowhere else. An
  openid is sealed beside each yes to a message of WeChat's and goes when nothing can come of it any more. A keyed hash of
  either, by which a receipt is matched, is emptied after seven days (ADR 26). No message says what is booked where that
  tells of anybody's health.
- What the union writes to one person (why it ended her registration, or a message) and what staff note about her for each
  other are sealed with the key of her account. The first is in the export and goes after 180 days; the notes are never shown to
  her, and go with what they are about: 180 days after the session, or with the request for legal aid.
- Who waits for a session (「有场次通知我」) is held as an account with the session, or with kind, programme, district and time of
  day: until a notice went out, half a year at most.
- For 「到期提醒」 one date and a number of months are held with the consent to it, without result, programme or clinic: until
  it is stopped or withdrawn, or 90 days after the second notice; beside it an openid where she agreed to a message of
  WeChat's.
`;
}
