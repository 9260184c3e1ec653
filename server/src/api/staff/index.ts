/** Every operation of the staff's. */
import type { Operation } from '../operation';
import { accountOperations } from './accounts';
import { signInOperations } from './sign-in';

export const staffOperations: Operation[] = [...signInOperations, ...accountOperations];
