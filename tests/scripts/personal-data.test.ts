import { readFileSync } from 'node:fs';
import { personFieldNames, personFields } from '@yugong/domain/person';
import { PERSONAL_DATA_PAGE, personalDataPage } from '../../scripts/generate/personal-data';

it('is checked in as it is generated', () => {
  expect(readFileSync(PERSONAL_DATA_PAGE, 'utf8')).toBe(personalDataPage());
});

it('has every field of a person, and shows none of the examples unmasked', () => {
  for (const name of personFieldNames) {
    expect(personalDataPage()).toContain(personFields[name].label);
    expect(personalDataPage()).not.toContain(personFields[name].example);
  }
});
