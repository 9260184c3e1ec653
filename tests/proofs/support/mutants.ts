/** Guards, and what is left where each is taken away. Every one has the narrow test that must notice. */

export interface GuardMutant {
  guard: string;
  file: string;
  find: string;
  put: string;
  /** Where it must be noticed: a test file and the beginning of its test's name. */
  test: string;
  name: string;
}

const engine = 'tests/domain/registration/decide.test.ts';
const store = 'tests/service/store.test.ts';
const transactions = 'tests/service/store-transactions.test.ts';
const guards = 'tests/service/guards.test.ts';
const unreplicated = 'tests/service/unreplicated.test.ts';
const registrations = 'tests/service/api/registrations.test.ts';
const login = 'tests/service/api/login.test.ts';
const feed = 'tests/service/content-feed.test.ts';
const decide = 'packages/domain/registration/decide.ts';
const accounts = 'server/src/services/accounts.ts';
const signIn = 'tests/service/staff/sign-in.test.ts';
const roster = 'tests/service/staff/roster.test.ts';
const scope = 'tests/service/staff/scope.test.ts';
const pictures = 'tests/service/staff/pictures.test.ts';
const takeover = 'tests/service/staff/takeover.test.ts';

export const guardMutants: GuardMutant[] = [
  { guard: 'capacity', file: 'packages/domain/registration/window.ts', find: 'waiting > 0 ? 0 : Math.max(0, capacity - held)', put: 'Math.max(0, capacity - held + 1)', test: engine, name: 'gives seats, then the waiting list' },
  { guard: 'nobody overtakes the waiting list', file: 'packages/domain/registration/window.ts', find: 'waiting > 0 ? 0 : Math.max', put: 'Math.max', test: engine, name: 'never lets anybody overtake the waiting list' },
  { guard: 'a full number tells nobody of its people', file: 'packages/domain/registration/people.ts', find: 'person === personKey && holders.get(account)?.has(id)', put: 'id !== account && person === personKey', test: 'tests/domain/registration/people.test.ts', name: 'answers for a full number as for a person that is there' },
  { guard: 'promotion', file: 'packages/domain/registration/waitlist.ts', find: 'endRegistration(work, row, by, type, circumstances);\n  promoteNext(work, lockedSessionOf(work, row.sessionId));', put: 'endRegistration(work, row, by, type, circumstances);', test: engine, name: 'books the first on the waiting list' },
  { guard: 'quiet hours of a hold', file: 'packages/domain/registration/offer.ts', find: 'afterWakingTime(from, offerMinutes * MINUTE)', put: 'from + offerMinutes * MINUTE', test: 'tests/domain/registration/offers.test.ts', name: 'delivered at 20:30 has its whole time' },
  { guard: 'no passing on before its time', file: 'packages/domain/registration/offer.ts', find: ' || work.now < row.passOnFrom', put: '', test: 'tests/domain/registration/offers.test.ts', name: 'waits for what staff decide' },
  { guard: 'the owner check of the engine', file: 'packages/domain/registration/state.ts', find: "command.by === 'owner' && row.accountId !== command.accountId", put: 'false', test: engine, name: 'is the same twice as once, and nobody else' },
  { guard: 'idempotency', file: decide, find: 'if (before) return', put: 'if (before && now < 0) return', test: engine, name: 'is answered the same and takes effect once' },
  { guard: 'the fingerprint of a key', file: decide, find: 'before.fingerprint === command.fingerprint', put: 'before', test: engine, name: 'is refused for another question' },
  { guard: 'keeping a key with its place', file: 'server/src/storage/sqlite/registration-engine.ts', find: "this.insert('idempotency'", put: "if (now < 0) this.insert('idempotency'", test: store, name: 'answers a key the same after a restart' },
  { guard: 'the lock on sessions', file: 'server/src/storage/postgres/registration-engine.ts', find: ' for update of s', put: '', test: transactions, name: 'is shared by any number of processes' },
  { guard: 'the unique key', file: 'server/src/storage/migrations.ts', find: "['active_key'], { unique: true }", put: "['active_key']", test: guards, name: 'cannot hold a person twice' },
  { guard: 'the limit’s unique key', file: 'server/src/storage/migrations.ts', find: "['limit_key', 'limit_slot'], { unique: true }", put: "['limit_key', 'limit_slot']", test: guards, name: 'cannot hold a person twice' },
  { guard: 'answering after the commit', file: 'server/src/storage/sqlite/writer.ts', find: "      this.db.exec('commit');\n", put: "      setTimeout(() => this.db.isTransaction && this.db.exec('commit'), 40);\n", test: store, name: 'gives the last seats once' },
  { guard: 'synchronous = full', file: 'server/src/storage/sqlite/database.ts', find: 'synchronous = full', put: 'synchronous = off', test: guards, name: 'answers only what the disk has' },
  { guard: 'secure_delete', file: 'server/src/storage/sqlite/database.ts', find: 'pragma secure_delete = on', put: 'pragma secure_delete = off', test: 'tests/service/api/me.test.ts', name: 'deletes an account so that no byte' },
  { guard: 'the chain of the audit', file: 'server/src/storage/audit.ts', find: " || row.hash !== hashOf(key, before?.hash ?? '', row)", put: '', test: transactions, name: 'links each entry of the audit to the one before' },
  { guard: 'the owner check of the API', file: 'server/src/services/registrations.ts', find: 'row.account_id !== account.id', put: 'row.account_id === ""', test: registrations, name: 'shows nobody what is another' },
  { guard: 'the consent check', file: 'server/src/services/registrations.ts', find: 'if (missing.length > 0)', put: 'if (missing.length > 9)', test: registrations, name: 'asks for consent, to each purpose' },
  { guard: 'strict input', file: 'packages/domain/registration/request.ts', find: 'PersonInput = v.strictObject', put: 'PersonInput = v.looseObject', test: registrations, name: 'refuses an unknown field' },
  { guard: 'dropping the gateway’s headers', file: 'server/src/api/mount.ts', find: "if (name.startsWith('x-wx-'))", put: "if (name === 'x-wx-')", test: login, name: 'is taken away before anything could read it' },
  { guard: 'the token’s proof', file: accounts, find: "if (!isSameSecret(proof, keyed(service.secrets.token, 'access', loginId, until))) return null;", put: '', test: login, name: 'cannot be made up' },
  { guard: 'revocation', file: accounts, find: 'login && login.revoked_at === null ?', put: 'login ?', test: login, name: 'is over at once when revoked' },
  { guard: 'forgetting logins that changed', file: 'server/src/storage/sqlite/memory.ts', find: 'if (!statements.every', put: 'if (statements.length > 99 && !statements.every', test: login, name: 'is over at once when revoked' },
  { guard: 'authenticated context (AAD)', file: 'server/src/crypto/sealing.ts', find: 'setAAD(Buffer.from(context))', put: "setAAD(Buffer.from(''))", test: guards, name: 'finds every changed bit' },
  { guard: 'binding ciphertext to its row', file: accounts, find: '${context}|${login.account_id}', put: 'same', test: guards, name: 'reads no ciphertext that was moved' },
  { guard: 'limits', file: 'server/src/api/mount.ts', find: ' > most', put: ' > most * 1000', test: login, name: 'slow down' },
  { guard: 'listening to connections', file: 'server/src/storage/postgres/connection.ts', find: "pool.on('connect', (client) => client.on('error', () => undefined));", put: '', test: guards, name: 'may hang up between two queries' },
  { guard: 'a commit that no standby has', file: 'server/src/storage/postgres/connection.ts', find: 'if (isAlone) throw', put: "if (isAlone && typeof SYNCHRONOUS_WAIT !== 'string') throw", test: unreplicated, name: 'takes a commit whose wait' },
  { guard: 'a cluster that is not synchronous', file: 'server/src/storage/postgres/connection.ts', find: "if (!rows[0]?.names) throw", put: "if (rows.length > 1) throw", test: unreplicated, name: 'refuses every write once' },
  { guard: 'no samples of keys', file: 'server/src/storage/migrations.ts', find: 'set statistics 0', put: 'set statistics 100', test: guards, name: 'keeps no samples of keys' },
  { guard: 'the check of newer content', file: 'src/platform/content-feed/accept.ts', find: 'read.success ? [read.output] : []', put: '[one]', test: feed, name: 'with a record that lacks something' },
  { guard: 'content never goes backwards', file: 'src/platform/content-feed/accept.ts', find: '(kept && edition <= kept.edition)', put: 'false', test: feed, name: 'never goes backwards' },
  { guard: 'staff: a code used at the same moment', file: 'server/src/staff/identity/login.ts', find: "    .where('totp_step', member.totp === null ? '<=' : '<', step);", put: ';', test: signIn, name: 'on sqlite asks for the code after the password' },
  { guard: 'staff: a code used before', file: 'server/src/staff/identity/totp.ts', find: 'step > used ? {', put: 'true ? {', test: signIn, name: 'takes no code of a step that was used' },
  { guard: 'staff: lockout', file: 'server/src/staff/identity/tries.ts', find: "eb('staff_tries.failed', '<', free)", put: "eb('staff_tries.failed', '<', free * 1000)", test: takeover, name: 'on sqlite answers wrong tries with a wait' },
  { guard: 'staff: the idle end', file: 'server/src/staff/identity/sign-ins.ts', find: ' && row.seen_at + row.idle > now', put: '', test: signIn, name: 'on sqlite signs out who is idle' },
  { guard: 'staff: nobody at the screen', file: 'server/src/staff/identity/sign-ins.ts', find: ' && request.headers[UNATTENDED] === undefined', put: '', test: signIn, name: 'on sqlite is not kept signed in' },
  { guard: 'staff: ending a sign-in', file: 'server/src/staff/identity/sign-ins.ts', find: 'row.revoked_at === null && ', put: '', test: signIn, name: 'on sqlite shows where one is signed in' },
  { guard: 'staff: another site’s page', file: 'server/src/staff/context.ts', find: "if (found.by === 'cookie' && request.method !== 'GET') refuseCrossSite(request);", put: '', test: signIn, name: 'on sqlite keeps the console’s token' },
  { guard: 'staff: the audit of who is revealed', file: 'server/src/api/staff/roster.ts', find: 'await scoped.write(\n        [],\n        rows.map(', put: 'void Array.of(\n        [],\n        rows.map(', test: roster, name: 'on sqlite reveals people only for a reason' },
  { guard: 'staff: the scope by district', file: 'server/src/staff/data/scoped.ts', find: 'const mine = districts === null ?', put: 'const mine = districts === null || districts.length > 0 ?', test: scope, name: 'on sqlite another district is not there for a clerk' },
  { guard: 'staff: the scope by organisation', file: 'server/src/staff/data/scoped.ts', find: '...(organisation === null ?', put: "...(organisation !== '' ?", test: scope, name: 'on sqlite another organisation is not there for a clerk' },
  { guard: 'staff: what a role may', file: 'server/src/staff/context.ts', find: '!permissions.some((one) => may(member.roles, one))', put: 'permissions.length > 99', test: roster, name: 'on sqlite reveals people only for a reason' },
  { guard: 'staff: a formula’s power', file: 'server/src/staff/roster/sheet.ts', find: "FORMULA.test(text) ? `'${text}` : text", put: 'text', test: roster, name: 'takes a formula’s power away' },
  { guard: 'staff: nothing of the camera in a picture', file: 'server/src/staff/content/picture-worker.ts', find: "base64: data.toString('base64')", put: "base64: bytes.toString('base64')", test: pictures, name: 'on sqlite makes of a phone’s photo' },
  { guard: 'staff: the quota of pictures', file: 'server/src/staff/data/pictures.ts', find: 'if (used > PICTURE_QUOTA_BYTES)', put: 'if (used > PICTURE_QUOTA_BYTES * 99)', test: pictures, name: 'on sqlite refuses what would take more' },
  { guard: 'a picture of a draft is nobody’s', file: 'server/src/content/pictures.ts', find: 'if (!picturesShown(content.dataset()).has(id)) return null;', put: '', test: pictures, name: 'on sqlite is nobody’s to fetch' },
]; // prettier-ignore
