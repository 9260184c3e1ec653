/** WeChat's event objects, from what glass-easel and the DOM tell. */
import * as glassEasel from 'glass-easel';
import { send, type WxDom, type WxNode } from './bridge';

interface Touch {
  identifier: number;
  pageX: number;
  pageY: number;
  clientX: number;
  clientY: number;
}

/** The last touch, which a tap reports as its own. */
let lastTouch: Touch = { identifier: 0, pageX: 0, pageY: 0, clientX: 0, clientY: 0 };

/** Follows fingers (and the mouse, which stands for one). */
export function followTouches(): void {
  const note = ({ identifier, pageX, pageY, clientX, clientY }: Touch): void => {
    lastTouch = { identifier, pageX, pageY, clientX, clientY };
  };
  document.addEventListener('touchstart', (event) => event.changedTouches[0] && note(event.changedTouches[0]), true);
  document.addEventListener(
    'mousedown',
    (event) =>
      note({ identifier: 0, pageX: event.pageX, pageY: event.pageY, clientX: event.clientX, clientY: event.clientY }),
    true,
  );
}

interface Received {
  type: string;
  timeStamp: number;
  detail: unknown;
  target: WxNode;
  currentTarget: WxNode;
}

const identity = (node: WxNode) => ({ id: node.id, dataset: { ...node.dataset }, offsetLeft: 0, offsetTop: 0 });

/** Passes an event on to the page's handler in the logic layer. */
export function forward(handler: string, { type, timeStamp, detail, target, currentTarget }: Received): void {
  const isTouch = /^(tap|longpress|longtap|touch)/.test(type);
  const event = {
    type,
    timeStamp,
    target: identity(target),
    currentTarget: identity(currentTarget),
    mark: {},
    detail: isTouch ? { x: lastTouch.pageX, y: lastTouch.pageY } : detail,
    ...(isTouch
      ? { touches: type === 'touchend' || type === 'tap' ? [lastTouch] : [lastTouch], changedTouches: [lastTouch] }
      : {}),
  };
  send({ kind: 'event', handler, event });
}

/** Fires a built-in component's own event, such as `input` or `change`, on its node. */
export function fire(dom: WxDom, type: string, detail: object, { bubbles = false } = {}): void {
  const node = dom.__wxElement;
  if (!node) return;
  glassEasel.Event.dispatchEvent(node, new glassEasel.Event(type, detail, { bubbles, composed: true }));
}
