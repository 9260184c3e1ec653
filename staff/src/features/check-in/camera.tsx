/** The phone's camera, looked at several times a second for a pass. */
import { Button } from 'antd';
import { memo, useEffect, useRef, useState } from 'react';
import { LineIcon } from '../../parts/icon';
import { openQrReader, type QrReader } from './qr-reader';
import styles from './camera.module.css';

const EVERY_MS = 120;
/** The same pass held on stays one pass. */
const SAME_MS = 4000;

type CameraFault = 'denied' | 'none' | null;

const cameraFaultTexts = {
  denied: '没有用摄像头的权限。在浏览器的网站设置里允许摄像头，再试一次；或者用下面的姓名查找。',
  none: '这台设备没有能用的摄像头。用下面的姓名查找，或者接扫码枪。',
} as const;

/** Reads until it is stopped. @returns how to stop */
function readContinuously(
  video: HTMLVideoElement,
  reader: QrReader,
  found: (code: string) => Promise<void>,
): () => void {
  let stopped = false;
  let last = { code: '', at: 0 };
  const look = async (): Promise<void> => {
    if (stopped) return;
    try {
      if (video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA) {
        const code = (await reader.read(video))[0];
        const isSame = code === last.code && performance.now() - last.at < SAME_MS;
        if (code && !stopped) {
          last = { code, at: performance.now() };
          if (!isSame) await found(code);
        }
      }
    } catch {
      // One picture that can't be read: the next one may.
    }
    setTimeout(() => void look(), EVERY_MS);
  };
  void look();
  return () => {
    stopped = true;
  };
}

/** Drawn once: who comes in is no matter to it. */
export const Camera = memo(function Camera({ found }: { found: (code: string) => Promise<void> }) {
  const video = useRef<HTMLVideoElement>(null);
  const latest = useRef(found);
  latest.current = found;
  const [trouble, setTrouble] = useState<CameraFault>(null);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let gone = false;
    let stop = (): void => undefined;
    let stream: MediaStream | null = null;
    const start = async (): Promise<void> => {
      setTrouble(null);
      if (!navigator.mediaDevices) return setTrouble('none');
      const video_ = { facingMode: { ideal: 'environment' }, width: { ideal: 1280 }, height: { ideal: 720 } };
      stream = await navigator.mediaDevices.getUserMedia({ video: video_, audio: false });
      const element = video.current;
      if (gone || !element) return stream.getTracks().forEach((track) => track.stop());
      element.srcObject = stream;
      await element.play();
      const reader = await openQrReader();
      if (!gone) stop = readContinuously(element, reader, (code) => latest.current(code));
    };
    start().catch((error: Error) => {
      if (!gone) setTrouble(error.name === 'NotAllowedError' ? 'denied' : 'none');
    });
    return () => {
      gone = true;
      stop();
      stream?.getTracks().forEach((track) => track.stop());
    };
  }, [attempt]);
  if (trouble)
    return (
      <div className={styles.trouble}>
        <LineIcon name="camera" />
        <p>{cameraFaultTexts[trouble]}</p>
        <Button onClick={() => setAttempt(attempt + 1)}>再试一次</Button>
      </div>
    );
  return (
    <div className={styles.frame}>
      <video ref={video} className={styles.video} playsInline muted aria-label="摄像头画面，对准凭证上的二维码" />
      <span className={styles.aim} aria-hidden="true" />
    </div>
  );
});
