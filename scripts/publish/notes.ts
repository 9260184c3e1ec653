/** What an upload says of itself, from CHANGELOG.md. */

/** WeChat's console shows so many characters of a version's note. */
const MOST = 200;

/**
 * The note of a version: the first entries of its section, as many as fit.
 *
 * @param version as in package.json; where it has no section yet, what is unreleased counts
 * @throws Error where the changelog has neither
 * @example notesOf('## 0.2.0 (2026-11-30)\n\n- A.\n- B.\n', '0.2.0') // 'A. B.'
 */
export function notesOf(changelog: string, version: string): string {
  const sections = changelog.split(/^## /m).slice(1);
  const section =
    sections.find((one) => one.startsWith(version)) ?? sections.find((one) => /^Unreleased/.test(one)) ?? null;
  if (section === null) throw new Error(`CHANGELOG.md 里没有 ${version} 这一节，也没有 Unreleased`);
  const entries = section
    .split(/^- /m)
    .slice(1)
    .map((entry) => entry.replace(/\s+/g, ' ').trim());
  let note = '';
  for (const entry of entries) {
    const longer = note === '' ? entry : `${note} ${entry}`;
    if (longer.length > MOST) break;
    note = longer;
  }
  return note === '' ? (entries[0] ?? section).slice(0, MOST) : note;
}
