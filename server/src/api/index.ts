/** Every operation of the API. */
import type { Service } from '../kernel/context';
import { calendarOperations } from './calendar';
import { contentOperations } from './content';
import { documentOperations, legalAidOperations } from './legal-aid';
import { loginOperations } from './login';
import { meOperations } from './me';
import type { Operation } from '../kernel/operation';
import { registrationOperations } from './registrations';
import { reminderOperations } from './reminder';
import { sessionOperations } from './sessions';
import { staffOperations } from './staff';
import { stationOperations } from './stations';
import { wechatOperations } from './wechat';

export const allOperations = (service: Service): Operation[] => [
  ...loginOperations,
  ...wechatOperations,
  ...sessionOperations,
  ...registrationOperations(service.now()),
  ...reminderOperations,
  ...legalAidOperations,
  ...documentOperations,
  ...contentOperations(service.content),
  ...stationOperations(service.content),
  ...calendarOperations,
  ...meOperations,
  ...staffOperations(service.now()),
];
