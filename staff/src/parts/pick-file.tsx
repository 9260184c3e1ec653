/** A button that picks a file from this device, encoded as the API takes it. */
import { Button } from 'antd';
import { useRef, useState, type ReactNode } from 'react';
import { Callout } from './notice';

export interface PickedFile {
  name: string;
  /** Base64. */
  data: string;
}

/** The service takes three megabytes. */
const MAX_BYTES = 3 * 1024 * 1024;

/** A file's bytes as the API takes them. */
export const toBase64 = (file: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).split(',')[1] ?? '');
    reader.onerror = () => reject(new Error('unreadable'));
    reader.readAsDataURL(file);
  });

interface Props {
  picked: (file: PickedFile) => void;
  busy?: boolean;
  children: ReactNode;
}

export function PickFile({ picked, busy = false, children }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const [fault, setFault] = useState<string | null>(null);
  const take = async (file: File | undefined): Promise<void> => {
    // Cleared, so that the same file can be picked again after it was corrected.
    if (input.current) input.current.value = '';
    if (!file) return;
    setFault(null);
    if (!/\.(csv|xlsx)$/i.test(file.name)) return setFault('请选择 .xlsx 或 .csv 表格');
    if (file.size > MAX_BYTES) return setFault('表格超过 3 MB，请拆分后上传');
    try {
      picked({ name: file.name, data: await toBase64(file) });
    } catch {
      setFault('文件无法读取，请重新选择');
    }
  };
  return (
    <div>
      {fault && <Callout tone="bad">{fault}</Callout>}
      <input
        ref={input}
        className="spoken"
        type="file"
        accept=".csv,.xlsx"
        tabIndex={-1}
        aria-label="选择表格"
        onChange={(event) => void take(event.target.files?.[0])}
      />
      <Button type="primary" loading={busy} onClick={() => input.current?.click()}>
        {children}
      </Button>
    </div>
  );
}
