/** The empty list of stations. Apart from the reading of one, which needs a great deal more. */
import { facilityLabels } from '@yugong/domain/station/vocabulary';
import type { Template } from '../lists/template';
import { example, headings, type StationField } from './headings';

export const template: Template<StationField> = {
  headings,
  example,
  sheet: '驿站名单',
  more: [['设施的写法', Object.values(facilityLabels).join('、')]],
};
