/**
 * Killed in the middle of a rush, again and again: who was told that they have a place has it, nobody has two,
 * no session is over, and who was told nothing gets the truth by asking again with the same key.
 */
import { sqliteEngine } from '../service/support/stores';
import { effort, proved } from './support/effort';
import { killService } from './support/kill-service';

const KILLS = effort({ full: 20, quick: 2 });
const engine = sqliteEngine();
afterAll(() => engine.stop());

it(`the service on SQLite survives being killed ${KILLS} times`, async () => {
  await killService(engine, KILLS);
  proved('kills: service on SQLite', KILLS);
}, 1_200_000);
