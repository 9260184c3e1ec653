/** This phone's name among those that check people in, such as 「一号门」. */
import { useState } from 'react';

const NAME = 'door.device';

export function useDeviceName(): { device: string; rename: (name: string) => void } {
  const [device, setDevice] = useState(() => localStorage.getItem(NAME) ?? '一号门');
  const rename = (name: string): void => {
    const tidy =
      name
        .replace(/[^\p{L}\p{N} -]/gu, '')
        .trim()
        .slice(0, 20) || '一号门';
    localStorage.setItem(NAME, tidy);
    setDevice(tidy);
  };
  return { device, rename };
}
