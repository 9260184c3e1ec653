/** This phone's name among those that check people in, such as 「一号门」: each is asked for its own. */
import { useState } from 'react';

const NAME = 'door.device';
const UNNAMED = '未命名';

/** Until it has a name, a device is told from the others by four random characters. */
function storedName(): string {
  const stored = localStorage.getItem(NAME);
  if (stored !== null) return stored;
  const name = `${UNNAMED} ${crypto.randomUUID().slice(0, 4)}`;
  localStorage.setItem(NAME, name);
  return name;
}

export function useDeviceName(): { device: string; isNamed: boolean; rename: (name: string) => void } {
  const [device, setDevice] = useState(storedName);
  const rename = (name: string): void => {
    const tidy = name
      .replace(/[^\p{L}\p{N} -]/gu, '')
      .trim()
      .slice(0, 20);
    if (tidy === '') return;
    localStorage.setItem(NAME, tidy);
    setDevice(tidy);
  };
  return { device, isNamed: !device.startsWith(UNNAMED), rename };
}
