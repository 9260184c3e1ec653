import { createHash } from 'node:crypto';
import { consentTexts, currentConsent, missingConsents } from '@yugong/domain/consent';
import { purposes } from '@yugong/domain/consent/wire';

/**
 * SHA-256 of title and text of every wording that was ever published. A line is added with a new version; one that is
 * there is never changed: who agreed to it agreed to exactly these words (个人信息保护法 14).
 */
const published = {
  'registration@2026-01': 'TJrI0FSCad11MuGZPKeYxCrGrJt5SsO3ndx-JmBLFZY',
  'registration@2026-11': 'YfG9bW-iKjLE225Fau68559hyHYp0jOs7zjzWxnBqxA',
  'health@2026-01': 'M8A1Fv-YcwjdVPB6zWKA_i35FgGc2813p2bBO2A8L7c',
  'team@2026-11': 'MMDo3JQRL40fp8BAt51IBufX8VVvwp-lW-GQfl7ALqA',
  'legal-aid@2026-01': 'u7RVT1ytTNqNPzaRuKoRe_9pVCcMvZMZbCQ3mGRVWCM',
  'legal-aid@2026-11': 'Nj6oiwbUd9HHLRUxZZj4eDK6S-cmlNsxh5R_GNeDcPE',
  'due-reminder@2026-11': 'SBumbD7GuCdFTAUxj3ufmTCxkBoJozvf_MYubGNseAM',
  'due-reminder@2026-12': '8hhzT_4exrfGccXYaNCb_Yzi2aKyKCfDzXTe3J5LYkc',
  'family-member@2026-11': 'fAHwJyQXJiRjW7OepKmmYqvevNwI5ZWsF_GiaRXAx3Y',
  'family@2026-11': 'KYJyQKfIMQTJUw7TuEQsrjNIPPOAHZyCSFzIKLmCTjs',
  'family@2026-11b': 'lNF888OMJ5lvTdl3bOvsNne5Ga4NLQ1YQWHGYLm192g',
};

describe('a published consent text', () => {
  it('never changes, and every text that is offered is pinned here', () => {
    const offered = Object.fromEntries(
      consentTexts.map(({ purpose, version, title, text }) => [
        `${purpose}@${version}`,
        createHash('sha256')
          .update(JSON.stringify([title, text]))
          .digest('base64url'),
      ]),
    );
    expect(offered).toEqual(published);
  });

  it('says of the device whoever fills in the form that a keyed hash of it is kept for 30 days', () => {
    for (const purpose of ['registration', 'family'] as const)
      expect(currentConsent(purpose).text).toMatch(/这部手机的加密标记.*场次结束 30 天后删除/);
  });

  it('has a version later than the one before it', () => {
    for (const purpose of purposes) {
      const versions = consentTexts.filter((one) => one.purpose === purpose).map(({ version }) => version);
      expect(versions).toEqual([...new Set(versions)].sort());
      expect(currentConsent(purpose).version).toBe(versions.at(-1));
    }
  });

  it('is taken in the wording in force, and in an earlier one only where released apps still send it', () => {
    const given = (version: string) => missingConsents(['registration'], [{ purpose: 'registration', version }]);
    expect(given(currentConsent('registration').version)).toEqual([]);
    expect(given('2026-01')).toEqual([]);
    expect(given('2025-01')).toEqual(['registration']);
    expect(missingConsents(['legal-aid'], [{ purpose: 'legal-aid', version: '2026-01' }])).toEqual(['legal-aid']);
  });
});
