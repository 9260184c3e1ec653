/** Every operation of the staff's. */
import type { Operation } from '../operation';
import { accountOperations } from './accounts';
import { programmeOperations } from './programmes';
import { staffSessionOperations } from './sessions';
import { signInOperations } from './sign-in';
import { sizeOperations } from './size';

export const staffOperations = (now: number): Operation[] => [
  ...signInOperations,
  ...accountOperations,
  ...programmeOperations,
  ...staffSessionOperations(now),
  ...sizeOperations,
];
