/** A file system of a few megabytes, to fill up for real; needs the right to mount one. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export interface SmallDisk {
  folder: string;
  /** Mounts it again, for reading only or for writing; nothing may be open. */
  remount(how: 'ro' | 'rw'): void;
  unmount(): void;
}

const mount = (...args: string[]): boolean => spawnSync('mount', args, { stdio: 'ignore' }).status === 0;

/** Null where this machine doesn't let us. */
export function smallDisk(megabytes: number): SmallDisk | null {
  const folder = mkdtempSync(path.join(tmpdir(), 'yugong-disk-'));
  if (!mount('-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder)) {
    rmSync(folder, { recursive: true });
    return null;
  }
  return {
    folder,
    remount: (how) => {
      if (!mount('-o', `remount,${how}`, folder)) throw new Error(`cannot remount ${how}`);
    },
    unmount: () => {
      spawnSync('umount', ['-l', folder]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export const canMount = (): boolean => {
  const disk = smallDisk(1);
  disk?.unmount();
  return disk !== null;
};
