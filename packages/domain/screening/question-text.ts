/** Questions and their answers as they are put to a reader: on her phone, and to the clerk who writes the rules. */
import { bandId } from './band';
import type { ScreeningQuestion } from './questions';
import { employmentNames, sayAges, sayMonthsAgo } from './words';

export interface QuestionText {
  title: string;
  hint?: string;
  options: { value: string; text: string }[];
}

const UNSURE = { value: 'unsure', text: '说不准' };

/**
 * How a question is put, with everything that can be answered; 说不准 always can.
 *
 * @param districtName a district's name by its adcode
 * @example askedOf({ id: 'household' }, String).title // '你是重庆户口吗'
 */
export function questionTextOf(question: ScreeningQuestion, districtName: (adcode: string) => string): QuestionText {
  switch (question.id) {
    case 'age':
      return {
        title: '你多大年纪',
        hint: '周岁。不用填生日',
        options: [...question.bands.map((band) => ({ value: bandId(band), text: sayAges(band) })), UNSURE],
      };
    case 'employment':
      return {
        title: '你做哪种工作',
        hint: '选最接近的',
        options: [...question.kinds.map((kind) => ({ value: kind, text: employmentNames[kind] })), UNSURE],
      };
    case 'household':
      return {
        title: '你是重庆户口吗',
        options: [{ value: 'city', text: '是' }, { value: 'elsewhere', text: '不是' }, UNSURE],
      };
    case 'district':
      return {
        title: '你住在或者上班在哪里',
        options: [
          ...question.adcodes.map((adcode) => ({ value: adcode, text: districtName(adcode) })),
          { value: 'other', text: '别的区县' },
          UNSURE,
        ],
      };
    case 'last':
      return {
        title: '上次做两癌筛查是多久以前',
        hint: '免费的、自己花钱的都算',
        options: [
          { value: 'never', text: '从来没做过' },
          ...question.bands.map((band) => ({ value: bandId(band), text: sayMonthsAgo(band) })),
          { ...UNSURE, text: '记不清了' },
        ],
      };
    default: {
      const { condition } = question;
      return {
        title: condition.question,
        ...(condition.hint ? { hint: condition.hint } : {}),
        options: [{ value: 'yes', text: '是' }, { value: 'no', text: '不是' }, UNSURE],
      };
    }
  }
}
