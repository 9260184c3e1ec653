import type { Topic } from '../../../../src/domain/legal-aid/wire';

export const topicLabels: Record<Topic, string> = {
  pay: '工资',
  injury: '工伤',
  contract: '劳动合同',
  dismissal: '解除',
  insurance: '社会保险',
  platform: '平台用工',
  harassment: '骚扰',
  other: '其他',
};
