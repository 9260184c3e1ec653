/** Line icons (Lucide, ISC) in the text's colour; screen readers skip them, since words stand beside them. */
import activity from 'lucide-static/icons/chart-no-axes-column.svg?raw';
import arrowLeft from 'lucide-static/icons/arrow-left.svg?raw';
import calendar from 'lucide-static/icons/calendar-days.svg?raw';
import camera from 'lucide-static/icons/scan-line.svg?raw';
import check from 'lucide-static/icons/check.svg?raw';
import circle from 'lucide-static/icons/circle.svg?raw';
import close from 'lucide-static/icons/x.svg?raw';
import clock from 'lucide-static/icons/clock.svg?raw';
import dash from 'lucide-static/icons/minus.svg?raw';
import door from 'lucide-static/icons/door-open.svg?raw';
import down from 'lucide-static/icons/download.svg?raw';
import eye from 'lucide-static/icons/eye.svg?raw';
import heart from 'lucide-static/icons/heart-handshake.svg?raw';
import history from 'lucide-static/icons/history.svg?raw';
import home from 'lucide-static/icons/house.svg?raw';
import jobs from 'lucide-static/icons/loader.svg?raw';
import menu from 'lucide-static/icons/menu.svg?raw';
import message from 'lucide-static/icons/message-square-text.svg?raw';
import news from 'lucide-static/icons/newspaper.svg?raw';
import people from 'lucide-static/icons/users.svg?raw';
import person from 'lucide-static/icons/circle-user-round.svg?raw';
import phone from 'lucide-static/icons/phone.svg?raw';
import plus from 'lucide-static/icons/plus.svg?raw';
import print from 'lucide-static/icons/printer.svg?raw';
import question from 'lucide-static/icons/circle-question-mark.svg?raw';
import scale from 'lucide-static/icons/scale.svg?raw';
import search from 'lucide-static/icons/search.svg?raw';
import station from 'lucide-static/icons/map-pin-house.svg?raw';
import undo from 'lucide-static/icons/undo-2.svg?raw';
import warn from 'lucide-static/icons/triangle-alert.svg?raw';
import styles from './icon.module.css';

const icons = {
  activity,
  arrowLeft,
  calendar,
  camera,
  check,
  circle,
  close,
  clock,
  dash,
  door,
  down,
  eye,
  heart,
  history,
  home,
  jobs,
  menu,
  message,
  news,
  people,
  person,
  phone,
  plus,
  print,
  question,
  scale,
  search,
  station,
  undo,
  warn,
} as const;

export type LineIconName = keyof typeof icons;

/** The SVG without comments and fixed size. */
const drawn = (name: LineIconName): string =>
  icons[name].replace(/<!--.*?-->/s, '').replace(/(width|height)="24"\s*/g, '');

export const LineIcon = ({ name }: { name: LineIconName }) => (
  <span className={styles.icon} aria-hidden="true" dangerouslySetInnerHTML={{ __html: drawn(name) }} />
);
