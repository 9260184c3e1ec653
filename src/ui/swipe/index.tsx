import { View, type CommonEvent } from '@tarojs/components';
import { useRef, type ReactNode } from 'react';

type Point = { clientX: number; clientY: number };
/** What both platforms say of a finger; Taro's type leaves it out. */
type Touches = { touches: readonly Point[]; changedTouches: readonly Point[] };

const hasTouches = (event: CommonEvent): event is CommonEvent & Touches =>
  'touches' in event && 'changedTouches' in event;

/** Shorter than this is a tap or a tremble, px. */
const SHORTEST = 48;

/**
 * Turns by a finger drawn sideways, as one leafs through a calendar. Never the only way: buttons do the same
 * for who cannot draw, see or guess it. A finger that goes mostly up or down scrolls the page as ever.
 *
 * @example <Swipe onNext={() => setMonth(next)} onPrevious={() => setMonth(previous)}>…</Swipe>
 */
export function Swipe({
  onNext,
  onPrevious,
  children,
}: {
  /** The finger went left: what comes after is wanted. */
  onNext: () => void;
  onPrevious: () => void;
  children: ReactNode;
}) {
  const from = useRef<{ x: number; y: number } | null>(null);
  const begin = (event: CommonEvent) => {
    const touches = hasTouches(event) ? event.touches : [];
    const [touch] = touches;
    // Two fingers enlarge the page.
    from.current = touch && touches.length === 1 ? { x: touch.clientX, y: touch.clientY } : null;
  };
  const end = (event: CommonEvent) => {
    const [touch] = hasTouches(event) ? event.changedTouches : [];
    if (!from.current || !touch) return;
    const [dx, dy] = [touch.clientX - from.current.x, touch.clientY - from.current.y];
    from.current = null;
    if (Math.abs(dx) < SHORTEST || Math.abs(dx) < 2 * Math.abs(dy)) return;
    if (dx < 0) onNext();
    else onPrevious();
  };
  return (
    <View onTouchStart={begin} onTouchEnd={end}>
      {children}
    </View>
  );
}
