/**
 * `npm run staff:admin -- --username NAME --name 姓名 [--reset]`: makes the first administrator, or sets one up anew who
 * lost password or phone. On SQLite the service must be stopped meanwhile: one process has the file.
 */
import * as v from 'valibot';
import { Name } from '@yugong/domain/identity';
import { Username } from '@yugong/domain/staff-account/wire';
import { dayAt, timeAt } from '@yugong/domain/calendar';
import { defined } from '@yugong/domain/narrow';
import { readConfig } from './config';
import { openService } from './service';
import { inviteAdministrator } from './staff/identity/admin';
import { totpUri } from './staff/identity/totp';

const USAGE = '用法：npm run staff:admin -- --username 小写字母的用户名 --name 姓名 [--reset]';

interface AdminArguments {
  username: string;
  name: string;
  reset: boolean;
}

/** @returns what is wrong with them, in the operator's language */
export function readArguments(args: readonly string[]): AdminArguments | string {
  const given: Record<string, string> = {};
  let reset = false;
  for (let at = 0; at < args.length; at += 1) {
    const one = defined(args[at]);
    if (one === '--reset') reset = true;
    else if ((one === '--username' || one === '--name') && args[at + 1] !== undefined)
      given[one.slice(2)] = defined(args[(at += 1)]);
    else return `不认识「${one}」。${USAGE}`;
  }
  const username = v.safeParse(Username, given.username);
  if (!username.success) return `用户名要用小写字母开头，三到三十二个小写字母、数字、点或短横。${USAGE}`;
  const name = v.safeParse(Name, given.name ?? (reset ? '管理员' : undefined));
  if (!name.success) return `请写上姓名。${USAGE}`;
  return { username: username.output, name: name.output, reset };
}

export async function runAdmin(args: readonly string[], say: (line: string) => void): Promise<number> {
  const options = readArguments(args);
  if (typeof options === 'string') {
    say(options);
    return 2;
  }
  const service = await openService({ ...readConfig(), demo: false }, { maintenance: false });
  try {
    const invited = await inviteAdministrator(service, options);
    if (invited === 'taken') {
      say(`已经有人用 ${options.username} 这个用户名。忘了密码或丢了手机，加上 --reset 重新开通。`);
      return 1;
    }
    if (invited === 'missing') {
      say(`没有 ${options.username} 这个账号，不用 --reset 就能新开。`);
      return 1;
    }
    const { member, setup, until } = invited;
    say(`管理员 ${member.username} 的开通码（只显示这一次，用一次就作废，${dayAt(until)} ${timeAt(until)} 前有效）：`);
    say(`  ${setup}`);
    say('验证器（手机上的身份验证器应用，二选一）：');
    say(`  手工输入密钥：${member.totp}`);
    say(`  或把这个地址做成二维码来扫：${totpUri(member.username, defined(member.totp))}`);
    say('然后打开 /staff/ ，选「第一次登录」，用开通码设密码，输入验证器上的六位数字。');
    return 0;
  } finally {
    await service.close();
  }
}

if (require.main === module) {
  runAdmin(process.argv.slice(2), (line) => console.log(line)).then(
    (code) => {
      process.exitCode = code;
    },
    (error: Error) => {
      console.error(`没有办成：${error.message}`);
      process.exitCode = 1;
    },
  );
}
