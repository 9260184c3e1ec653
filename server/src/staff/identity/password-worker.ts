/** The thread that hashes passwords: many at once would fill libuv's threads, and then no file could be read. */
import { scryptSync } from 'node:crypto';
import { answerRequests } from '../../kernel/thread';
import type { HashRequest } from './passwords';

answerRequests(({ password, salt, length, options }: HashRequest) => scryptSync(password, salt, length, options));
