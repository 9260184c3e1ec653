/** What fingers do beyond a tap: hover-class, long press, pulling the page down, scrolling to its end. */
import { attribute, isOn, attributeText } from './attributes';
import { ownerOf, send, type WxDom } from './bridge';
import { fire } from './events';

const LONG_PRESS_MS = 350;
const PULL_PX = 60;
const REACH_BOTTOM_PX = 50;

/** Adds the hover-class of the nearest element that has one, after its start time; takes it off after its stay time. */
function hover(): void {
  let hovered: { dom: WxDom; name: string; timer: number } | undefined;
  const start = (event: Event): void => {
    let at = ownerOf(event.target);
    while (at && ['', 'none'].includes(attributeText(at, 'hover-class'))) at = ownerOf(at.parentNode);
    if (!at || isOn(at, 'disabled')) return;
    const dom = at;
    const name = attributeText(dom, 'hover-class');
    hovered = {
      dom,
      name,
      timer: window.setTimeout(
        () => dom.classList.add(...name.split(' ')),
        Number(attribute(dom, 'hover-start-time') ?? 50),
      ),
    };
  };
  const end = (): void => {
    if (!hovered) return;
    const { dom, name, timer } = hovered;
    hovered = undefined;
    window.clearTimeout(timer);
    window.setTimeout(() => dom.classList.remove(...name.split(' ')), Number(attribute(dom, 'hover-stay-time') ?? 400));
  };
  listen(['touchstart', 'mousedown'], start);
  listen(['touchend', 'touchcancel', 'mouseup'], end);
}

function longPress(): void {
  let timer = 0;
  listen(['touchstart', 'mousedown'], (event) => {
    const dom = ownerOf(event.target);
    timer = window.setTimeout(() => dom && fire(dom, 'longpress', {}, { bubbles: true }), LONG_PRESS_MS);
  });
  listen(['touchend', 'touchcancel', 'touchmove', 'mouseup'], () => window.clearTimeout(timer));
}

/** A swipe down from the top, on pages that asked for it. */
function pullDown(enabled: boolean): void {
  if (!enabled) return;
  let startedAt: number | undefined;
  document.addEventListener(
    'touchstart',
    (event) => (startedAt = window.scrollY <= 0 ? event.touches[0]?.clientY : undefined),
    true,
  );
  document.addEventListener(
    'touchend',
    (event) => {
      const end = event.changedTouches[0]?.clientY ?? 0;
      if (startedAt !== undefined && end - startedAt > PULL_PX) send({ kind: 'pull-down' });
      startedAt = undefined;
    },
    true,
  );
}

function pageScroll(): void {
  let wasAtBottom = false;
  window.addEventListener('scroll', () => {
    const left = document.documentElement.scrollHeight - window.scrollY - window.innerHeight;
    const atBottom = left <= REACH_BOTTOM_PX;
    send({ kind: 'scroll', top: window.scrollY, atBottom: atBottom && !wasAtBottom });
    wasAtBottom = atBottom;
  });
}

const listen = (types: readonly string[], listener: (event: Event) => void): void =>
  types.forEach((type) => document.addEventListener(type, listener, true));

export function watchGestures({ pullDownEnabled }: { pullDownEnabled: boolean }): void {
  hover();
  longPress();
  pullDown(pullDownEnabled);
  pageScroll();
}
