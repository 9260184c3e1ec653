/** The ticket as a picture for the phone's album: what is needed at the entrance, and of when it is. */
import { light } from '@yugong/tokens';
import { dayAt, sayDate, timeAt, weekdayName, type Day } from '@yugong/domain/calendar';
import { sayReference } from '@yugong/domain/registration/words';
import { sayAddress } from '@yugong/domain/session/venue';
import { encode } from 'uqr';
import { layPath, writeText, type Pen, type Picture } from '@/platform/picture';
import { MARK } from '@/ui/art/drawings';
import type { Ticket } from './tickets';

const WIDTH = 720;
const HEIGHT = 1280;
const MARGIN = 48;
const CODE_SIDE = 440;

/** The date in full beside the everyday one. @example sayExactDate(session, '2026-11-30') // '12月11日 周五 14:00' */
export function sayExactDate({ startsAt }: { startsAt: string }, today: Day): string {
  const start = Date.parse(startsAt);
  return `${sayDate(dayAt(start), today)} ${weekdayName(dayAt(start))} ${timeAt(start)}`;
}

/** In an album nothing is 明天: dates have their year. */
const NO_DAY = '';

/**
 * What the picture says, from the top: nothing that was typed, and of a screening not that it is one.
 *
 * @param now when the picture is made, in milliseconds
 */
export function ticketPictureWords({ registration, session, programme }: Ticket, now: number) {
  const bring = programme?.rules?.bring?.join('、') ?? '';
  const lines = [
    session.kind === 'event' ? session.title : '',
    session.place,
    sayAddress(session),
    session.phone ? `电话 ${session.phone}` : '',
    bring === '' ? '' : `携带 ${bring}`,
  ];
  return {
    when: sayExactDate(session, NO_DAY),
    lines: lines.filter((line) => line !== ''),
    reference: `编号 ${sayReference(registration.id)}`,
    note: `${sayExactDate({ startsAt: new Date(now).toISOString() }, NO_DAY)} 保存。改期或取消后，这张图片作废；有没有变动，以渝工随行“我的报名”为准。`,
  };
}

/** The ticket as a picture. @param now when it is made, in milliseconds */
export function ticketPicture(ticket: Ticket, now: number): Picture {
  return { width: WIDTH, height: HEIGHT, draw: (pen) => drawTicket(pen, ticket, now) };
}

function drawTicket(pen: Pen, ticket: Ticket, now: number): void {
  const { when, lines, reference, note } = ticketPictureWords(ticket, now);
  const { ink, inkSoft, red, redTint, surface } = light;
  const box = { x: MARGIN, width: WIDTH - 2 * MARGIN };
  pen.fillStyle = surface;
  pen.fillRect(0, 0, WIDTH, HEIGHT);
  pen.fillStyle = redTint;
  pen.fillRect(0, 0, WIDTH, 132);
  pen.save();
  pen.translate(MARGIN, 42);
  pen.scale(2, 2);
  pen.strokeStyle = red;
  pen.lineWidth = 2;
  pen.lineCap = 'round';
  layPath(pen, MARK);
  pen.stroke();
  pen.restore();
  writeText(pen, '渝工随行 · 报名凭证', { ...box, x: MARGIN + 64, y: 82 }, { size: 40, colour: red, weight: 700 });
  let y = writeText(pen, when, { ...box, y: 206 }, { size: 46, colour: ink, weight: 700 });
  for (const line of lines) y = writeText(pen, line, { ...box, y, lineLimit: 2 }, { size: 30, colour: inkSoft });
  if (ticket.pass) {
    drawCode(pen, ticket.pass.code, { left: (WIDTH - CODE_SIDE) / 2, top: y });
    y += CODE_SIDE + 56;
  }
  const whose = [ticket.pass?.initials, reference].filter(Boolean).join('  ');
  y = writeText(pen, whose, { ...box, y }, { size: 34, colour: ink, weight: 600, align: 'center' });
  writeText(pen, note, { ...box, y: y + 16 }, { size: 26, colour: inkSoft });
}

/** The code dark on white with its quiet zone (ISO/IEC 18004). */
function drawCode(pen: Pen, text: string, { left, top }: { left: number; top: number }): void {
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  const module = CODE_SIDE / size;
  pen.fillStyle = '#fff';
  pen.fillRect(left, top, CODE_SIDE, CODE_SIDE);
  pen.fillStyle = '#000';
  data.forEach((row, y) =>
    row.forEach((dark, x) => {
      if (dark) pen.fillRect(left + x * module, top + y * module, module + 0.5, module + 0.5);
    }),
  );
}
