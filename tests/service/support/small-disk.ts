/** A disk of a few megabytes of its own, to fill or to make read-only, where this machine lets us mount one. */
import { spawnSync } from 'node:child_process';
import { chownSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export interface SmallDisk {
  folder: string;
  /** Mounts it again, for reading only or for writing; nothing may be open. */
  remount(how: 'ro' | 'rw'): void;
  /** Leaves not a byte free, until {@link SmallDisk.empty}. */
  fill(): void;
  empty(): void;
  /** Gives it to whoever owns `other`. */
  giveToOwnerOf(other: string): void;
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
  const ballast = path.join(folder, 'ballast');
  return {
    folder,
    remount: (how) => {
      if (!mount('-o', `remount,${how}`, folder)) throw new Error(`cannot remount ${how}`);
    },
    fill: () => {
      spawnSync('dd', ['if=/dev/zero', `of=${ballast}`, 'bs=4096'], { stdio: 'ignore' });
    },
    empty: () => rmSync(ballast),
    giveToOwnerOf: (other) => {
      const { uid, gid } = statSync(other);
      chownSync(folder, uid, gid);
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
