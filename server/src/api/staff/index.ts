/** Every operation of the staff's. */
import type { Operation } from '../../kernel/operation';
import { accountOperations } from './accounts';
import { callListOperations } from './call-list';
import { cancellationTemplateOperations } from './cancellation-templates';
import { checkInOperations } from './check-in';
import { staffComplaintOperations } from './complaints';
import { staffContentOperations } from './content';
import { figureOperations } from './figures';
import { heldOperations } from './held';
import { jobOperations } from './jobs';
import { staffLegalAidOperations } from './legal-aid';
import { noteOperations } from './notes';
import { staffOnSiteOperations } from './on-site';
import { outcomeOperations } from './outcomes';
import { programmeOperations } from './programmes';
import { staffRecordOperations } from './records';
import { rosterOperations } from './roster';
import { sessionJobOperations } from './session-jobs';
import { staffSessionOperations, sizeOperations } from './sessions';
import { staffPictureOperations } from './pictures';
import { signInOperations } from './sign-in';
import { staffCandidateOperations } from './candidates';
import { staffStationRecordOperations } from './station-records';
import { staffStationOperations } from './stations';

export const staffOperations = (now: number): Operation[] => [
  ...signInOperations,
  ...accountOperations,
  ...programmeOperations,
  ...staffSessionOperations(now),
  ...sizeOperations,
  ...sessionJobOperations,
  ...rosterOperations,
  ...callListOperations,
  ...heldOperations,
  ...checkInOperations,
  ...outcomeOperations,
  ...staffLegalAidOperations,
  ...staffStationRecordOperations,
  ...staffCandidateOperations,
  ...staffComplaintOperations,
  ...staffStationOperations,
  ...staffOnSiteOperations,
  ...staffContentOperations,
  ...staffRecordOperations,
  ...staffPictureOperations,
  ...figureOperations,
  ...jobOperations,
  ...noteOperations,
  ...cancellationTemplateOperations,
];
