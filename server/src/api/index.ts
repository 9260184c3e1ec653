/** Every operation of the API. */
import type { Service } from '../kernel/context';
import { complaintOperations } from './complaints';
import { contentOperations } from './content';
import { dueReminderOperations } from './due-reminders';
import { documentOperations, legalAidOperations } from './legal-aid';
import { loginOperations } from './login';
import { meOperations } from './me';
import type { Operation } from '../kernel/operation';
import { onSiteOperations } from './on-site';
import { phoneProofOperations } from './phone-proof';
import { receiptOperations } from './receipts';
import { registrationOperations } from './registrations';
import { reminderOperations } from './reminder';
import { sessionAlertOperations } from './session-alerts';
import { sessionOperations } from './sessions';
import { staffOperations } from './staff';
import { stationOperations } from './stations';
import {
  alertSubscriptionOperations,
  answerSubscriptionOperations,
  heldSubscriptionOperations,
  subscriptionOperations,
} from './subscriptions';
import { wechatOperations } from './wechat';

export const allOperations = (service: Service): Operation[] => [
  ...loginOperations,
  ...wechatOperations,
  ...sessionOperations,
  ...registrationOperations(service.now()),
  ...phoneProofOperations,
  ...reminderOperations,
  ...subscriptionOperations,
  ...heldSubscriptionOperations,
  ...receiptOperations,
  ...legalAidOperations,
  ...complaintOperations,
  ...answerSubscriptionOperations,
  ...documentOperations,
  ...contentOperations(service.content),
  ...stationOperations(service.content),
  ...onSiteOperations,
  ...meOperations,
  ...sessionAlertOperations,
  ...dueReminderOperations,
  ...alertSubscriptionOperations,
  ...staffOperations(service.now()),
];
