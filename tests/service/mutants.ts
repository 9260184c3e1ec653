/**
 * `npx tsx tests/service/mutants.ts`: takes one guard away at a time, in a copy, and expects a test to notice.
 * A guard whose absence no test notices is a guard that nobody guards.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import path from 'node:path';

interface Mutant {
  guard: string;
  file: string;
  find: string;
  put: string;
  /** Where it must be noticed. */
  project: 'service' | 'domain';
  tests: string;
}

const mutants: Mutant[] = [
  { guard: 'the lock on sessions', file: 'server/src/storage/postgres/hot.ts', find: ' for update of s', put: '', project: 'service', tests: 'tests/service/store' },
  { guard: 'the unique key', file: 'server/src/storage/migrations.ts', find: "['active_key'], { unique: true }", put: "['active_key']", project: 'service', tests: 'tests/service/guards' },
  { guard: 'the limit’s unique key', file: 'server/src/storage/migrations.ts', find: "['limit_key', 'limit_slot'], { unique: true }", put: "['limit_key', 'limit_slot']", project: 'service', tests: 'tests/service/guards' },
  { guard: 'idempotency', file: 'src/domain/registration/decide.ts', find: 'if (before) return', put: 'if (before && now < 0) return', project: 'service', tests: 'tests/service/store' },
  { guard: 'the fingerprint of a key', file: 'src/domain/registration/decide.ts', find: 'before.fingerprint === command.fingerprint', put: 'before', project: 'service', tests: 'tests/service/store' },
  { guard: 'answering after the commit', file: 'server/src/storage/sqlite/writer.ts', find: "      this.db.exec('commit');\n", put: "      setTimeout(() => this.db.isTransaction && this.db.exec('commit'), 40);\n", project: 'service', tests: 'tests/service/(kill|store)' },
  { guard: 'capacity', file: 'src/domain/registration/window.ts', find: 'waiting > 0 ? 0 : Math.max(0, capacity - held)', put: 'Math.max(0, capacity - held + 1)', project: 'domain', tests: 'tests/domain/registration' },
  { guard: 'nobody passes the line', file: 'src/domain/registration/window.ts', find: 'waiting > 0 ? 0 : Math.max', put: 'Math.max', project: 'domain', tests: 'tests/domain/registration' },
  { guard: 'promotion', file: 'src/domain/registration/line.ts', find: "  changed(work, row, type, by);\n  passOn(work, state);", put: '  changed(work, row, type, by);', project: 'domain', tests: 'tests/domain/registration' },
  { guard: 'the owner check of the engine', file: 'src/domain/registration/keep.ts', find: "command.by === 'owner' && row.accountId !== command.accountId", put: 'false', project: 'domain', tests: 'tests/domain/registration' },
  { guard: 'the owner check of the API', file: 'server/src/services/registrations.ts', find: 'row.account_id !== account.id', put: 'row.account_id === ""', project: 'service', tests: 'tests/service/api/registrations' },
  { guard: 'the consent check', file: 'server/src/services/registrations.ts', find: 'if (missing.length > 0)', put: 'if (missing.length > 9)', project: 'service', tests: 'tests/service/api/registrations' },
   { guard: 'dropping the gateway’s headers', file: 'server/src/api/mount.ts', find: "if (name.startsWith('x-wx-'))", put: "if (name === 'x-wx-')", project: 'service', tests: 'tests/service/api/login' },
  { guard: 'authenticated context (AAD)', file: 'server/src/crypto/sealing.ts', find: 'decipher.setAAD(Buffer.from(context));', put: "decipher.setAAD(Buffer.from(''));", project: 'service', tests: 'tests/service/api/registrations' },
  { guard: 'binding ciphertext to its row', file: 'server/src/services/accounts.ts', find: "${context}|${login.account_id}", put: 'same', project: 'service', tests: 'tests/service/guards' },
  { guard: 'the token’s proof', file: 'server/src/services/accounts.ts', find: "if (!same(proof, keyed(service.secrets.token, 'access', loginId, until))) return null;", put: '', project: 'service', tests: 'tests/service/api/login' },
  { guard: 'revocation', file: 'server/src/services/accounts.ts', find: 'login && login.revoked_at === null ?', put: 'login ?', project: 'service', tests: 'tests/service/api/login' },
  { guard: 'synchronous = full', file: 'server/src/storage/sqlite/database.ts', find: 'synchronous = full', put: 'synchronous = off', project: 'service', tests: 'tests/service/guards' },
  { guard: 'secure_delete', file: 'server/src/storage/sqlite/database.ts', find: 'pragma secure_delete = on', put: 'pragma secure_delete = off', project: 'service', tests: 'tests/service/api/me' },
  { guard: 'strict input', file: 'src/domain/registration/wire.ts', find: 'PersonInput = v.strictObject', put: 'PersonInput = v.looseObject', project: 'service', tests: 'tests/service/api/registrations' },
  { guard: 'the chain of the audit', file: 'server/src/storage/audit.ts', find: " || row.hash !== hashOf(key, before?.hash ?? '', row)", put: '', project: 'service', tests: 'tests/service/(store|guards)' },
]; // prettier-ignore

const root = path.resolve(__dirname, '../..');
const copy = mkdtempSync(path.join(tmpdir(), 'yugong-mutants-'));
for (const name of ['server', 'src', 'tests', 'package.json', 'tsconfig.json', 'jest.config.js']) {
  cpSync(path.join(root, name), path.join(copy, name), { recursive: true });
}
symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'));

const jest = ({ project, tests }: Mutant): boolean =>
  spawnSync(process.execPath, ['node_modules/jest/bin/jest.js', '--selectProjects', project, '--testPathPatterns', tests, '--bail', '--forceExit'], { cwd: copy, timeout: 180_000 }).status === 0; // prettier-ignore

const [only] = process.argv.slice(2);
let survived = 0;
for (const mutant of mutants.filter(({ guard }) => !only || guard.includes(only))) {
  const file = path.join(copy, mutant.file);
  const original = readFileSync(file, 'utf8');
  if (!original.includes(mutant.find)) throw new Error(`no such guard any more: ${mutant.guard}`);
  writeFileSync(
    file,
    original.replace(mutant.find, () => mutant.put),
  );
  const unnoticed = jest(mutant);
  writeFileSync(file, original);
  if (unnoticed) survived += 1;
  console.log(`${unnoticed ? '✗ nobody noticed' : '✓ noticed'}: without ${mutant.guard}`);
}
rmSync(copy, { recursive: true, force: true });
process.exitCode = survived > 0 ? 1 : 0;
