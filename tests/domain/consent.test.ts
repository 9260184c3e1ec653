import { createHash } from 'node:crypto';
import { consentTexts, currentConsent, missingConsents, nameOperator, UNNAMED_OPERATOR } from '@yugong/domain/consent';
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
  'registration@2026-12': 'GHs63rVr-YmGbhfwHfTly7ktYFzExD-Sa2vRqospkl0',
  'health@2026-12': 'HCRw-JHAfU44rYnIxurOqwGY8lyqTBFRWg5sTPHC3iY',
  'team@2026-12': 'ln4dm_ncxp8ovjopJZgZE2H64hMLGo2HfTbuKxXoNTs',
  'legal-aid@2026-12': '11Xas18q4GP3XCSgFod_Omr40891hqpG4Wn0JP1dt0c',
  'due-reminder@2026-12b': 'wV-bAOpEr2f-h700-SsfXRB5tAsHfHMIoi6UVZT8LJ0',
  'family-member@2026-12': '1Eror5UpJOHYI7OYgJTSeotaRAg5mYhVOmuE7rZssEQ',
  'family@2026-12': 'LRPZT6L2z29t4uvYVSHPGCLn_rTaojloacW_xDRh3rw',
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

  it('in force names whoever runs the app exactly once, or where to find that out', () => {
    for (const purpose of purposes) {
      const consent = currentConsent(purpose);
      expect([purpose, consent.text.split('{operator}').length - 1]).toEqual([purpose, 1]);
      expect(nameOperator(consent, '测试总工会').text.split('测试总工会')).toHaveLength(2);
      expect(nameOperator(consent, null).text).toContain(UNNAMED_OPERATOR);
      expect(nameOperator(consent, null).text).not.toContain('{');
    }
    const [earlier] = consentTexts.filter(({ purpose, version }) => purpose === 'health' && version === '2026-01');
    expect(earlier && nameOperator(earlier, '测试总工会')).toEqual(earlier);
  });

  it('that names whoever runs the app says else what the one before it said, which is still taken', () => {
    for (const purpose of purposes) {
      const [before, current] = consentTexts.filter((one) => one.purpose === purpose).slice(-2);
      const plain = current?.text
        .replace(/\{operator\}(和|、)?/, '')
        .replace('我同意的法律援助', '我同意工会的法律援助');
      expect(plain?.replace('我单独同意保存', '我单独同意工会的服务保存')).toBe(before?.text);
      expect(before?.isStillTaken).toBe(true);
    }
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
