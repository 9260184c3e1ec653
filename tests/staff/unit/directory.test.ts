/**
 * What the console calls a district: today’s name, a dissolved one’s with where it went, never a bare code.
 *
 * @jest-environment jsdom
 */
import { districtLabel, type Directory } from '../../../staff/src/api/directory';

const directory: Directory = {
  organisations: [],
  districts: [{ adcode: '500103', title: '渝中区' }],
  former: [{ adcode: '500112', title: '渝北区', into: '两江新区' }],
};

it.each([
  ['500103', '渝中区'],
  ['500112', '渝北区（已并入两江新区）'],
  [null, '全市'],
])('says %s as %s', (adcode, label) => expect(districtLabel(directory, adcode)).toBe(label));

it('shows the code only as long as the directory is loading', () =>
  expect(districtLabel(undefined, '500112')).toBe('500112'));
