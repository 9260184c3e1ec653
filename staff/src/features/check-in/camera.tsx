/** The phone's camera, searched for a pass several times a second. */
import { Button } from 'antd';
import { memo, useEffect, useRef, useState } from 'react';
import { LineIcon } from '../../parts/icon';
import { openQrReader, type QrReader } from './qr-reader';
import styles from './camera.module.css';

const EVERY_MS = 120;
/** A pass that is held in front of the camera for this long counts as one scan. */
const SAME_MS = 4000;

type CameraFault = 'denied' | 'none' | null;

const cameraFaultTexts = {
  denied: '没有摄像头权限。请在浏览器的网站设置中允许使用摄像头后重试，或按姓名查找。',
  none: '没有可用的摄像头。请按姓名查找，或连接扫码枪。',
} as const;

/** Reads until it is stopped. @returns the function that stops it */
function readContinuously(
  video: HTMLVideoElement,
  reader: QrReader,
  found: (code: string) => Promise<void>,
): () => void {
  let stopped = false;
  let last = { code: '', at: 0 };
  const readNext = async (): Promise<void> => {
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
      // One frame can't be read; the next one may.
    }
    setTimeout(() => void readNext(), EVERY_MS);
  };
  void readNext();
  return () => {
    stopped = true;
  };
}

/** Memoised, since check-ins don't change the picture. */
export const Camera = memo(function Camera({ found }: { found: (code: string) => Promise<void> }) {
  const video = useRef<HTMLVideoElement>(null);
  const latest = useRef(found);
  latest.current = found;
  const [fault, setFault] = useState<CameraFault>(null);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let unmounted = false;
    let stop = (): void => undefined;
    let stream: MediaStream | null = null;
    const start = async (): Promise<void> => {
      setFault(null);
      if (!navigator.mediaDevices) return setFault('none');
      const video_ = { facingMode: { ideal: 'environment' }, width: { ideal: 1280 }, height: { ideal: 720 } };
      stream = await navigator.mediaDevices.getUserMedia({ video: video_, audio: false });
      const element = video.current;
      if (unmounted || !element) return stream.getTracks().forEach((track) => track.stop());
      element.srcObject = stream;
      await element.play();
      const reader = await openQrReader();
      if (!unmounted) stop = readContinuously(element, reader, (code) => latest.current(code));
    };
    start().catch((error: Error) => {
      if (!unmounted) setFault(error.name === 'NotAllowedError' ? 'denied' : 'none');
    });
    return () => {
      unmounted = true;
      stop();
      stream?.getTracks().forEach((track) => track.stop());
    };
  }, [attempt]);
  if (fault)
    return (
      <div className={styles.fault}>
        <LineIcon name="camera" />
        <p>{cameraFaultTexts[fault]}</p>
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
