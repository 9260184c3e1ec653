/** The pictures of a record: uploaded one after the other, each with its words and its rights. */
import { Button, Form, Input, Space } from 'antd';
import { useRef, useState } from 'react';
import { MAX_PICTURES, picturePath } from '@yugong/domain/picture';
import { PictureStoredWire } from '@yugong/domain/picture/staff-wire';
import { ApiError, describeError } from '../../api/api-error';
import { useWrite } from '../../api/use-write';
import { Callout } from '../../parts/notice';
import { toBase64 } from '../../parts/pick-file';
import { contentEndpoints } from './api';
import { shrinkPicture } from './shrink-picture';
import styles from './record-form.module.css';

const inMegabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB`;

/** What went wrong with a file, in a sentence that names it. */
const describeFault = (file: File, error: unknown): string =>
  `${file.name}：${error instanceof ApiError ? describeError(error) : error instanceof Error ? error.message : '上传失败'}`;

/** `name` is the list's path in the form; what stands in it is a record's pictures as they are stored. */
export function PicturesField({ name, label }: { name: (string | number)[]; label: string }) {
  const input = useRef<HTMLInputElement>(null);
  const form = Form.useFormInstance();
  const [isBusy, setBusy] = useState(false);
  const [faults, setFaults] = useState<readonly string[]>([]);
  const [space, setSpace] = useState<Pick<PictureStoredWire, 'used' | 'quota'> | null>(null);
  const { mutateAsync: upload } = useWrite(PictureStoredWire);
  const idAt = (at: number): string => String(form.getFieldValue([...name, at, 'id']) ?? '');
  return (
    <Form.List name={name}>
      {(parts, { add, remove, move }) => {
        const take = async (files: readonly File[]): Promise<void> => {
          // Cleared, so that the same file can be picked again.
          if (input.current) input.current.value = '';
          setBusy(true);
          const found = files.slice(0, MAX_PICTURES - parts.length);
          const wrong = files.length > found.length ? [`一条内容最多 ${MAX_PICTURES} 张图片，多出的没有上传`] : [];
          const known = new Set(parts.map((part) => idAt(part.name)));
          for (const file of found)
            try {
              const data = await toBase64(await shrinkPicture(file));
              const { id, width, height, ...taken } = await upload({
                endpoint: contentEndpoints.picture,
                body: { data },
              });
              setSpace(taken);
              if (known.has(id)) wrong.push(`${file.name}：这张图片已经在这里了`);
              else add({ id, width, height, alt: '', rights: '' });
              known.add(id);
            } catch (error) {
              wrong.push(describeFault(file, error));
            }
          setFaults(wrong);
          setBusy(false);
        };
        return (
          <fieldset className={styles.group}>
            <legend>{label}</legend>
            {parts.map(({ key, name: at }, index) => (
              <div key={key} className={styles.picture} role="group" aria-label={`${label} ${index + 1}`}>
                <Thumbnail id={idAt(at)} />
                <div className={styles.pictureTexts}>
                  <Form.Item name={[at, 'alt']} label="图片说明" extra="看不见图片的人会听到这句话">
                    <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} placeholder="例如 书屋里的三排书架" />
                  </Form.Item>
                  <Form.Item name={[at, 'rights']} label="来源和授权" extra="谁拍的，凭什么可以用；拍到的人是否同意">
                    <Input placeholder="例如 渝中区总工会李某摄，画面中的职工已同意" autoComplete="off" />
                  </Form.Item>
                  <Space wrap>
                    {index > 0 && (
                      <Button size="small" onClick={() => move(index, index - 1)}>
                        上移
                      </Button>
                    )}
                    <Button size="small" onClick={() => remove(at)}>
                      删除这张
                    </Button>
                  </Space>
                </div>
              </div>
            ))}
            {faults.length > 0 && (
              <Callout tone="bad" title="有图片没有上传">
                {faults.map((fault) => (
                  <p key={fault}>{fault}</p>
                ))}
              </Callout>
            )}
            <input
              ref={input}
              className="spoken"
              type="file"
              accept="image/*"
              multiple
              tabIndex={-1}
              aria-label="选择图片"
              onChange={(event) => void take([...(event.target.files ?? [])])}
            />
            {parts.length < MAX_PICTURES && (
              <Button loading={isBusy} onClick={() => input.current?.click()}>
                添加{label}
              </Button>
            )}
            <p className="quiet">
              JPG、PNG 或 WebP，可一次选多张。上传后自动缩小到 300 KB 以内，并去掉拍摄地点、手机型号等信息。
              {space && `本工会的图片已用 ${inMegabytes(space.used)}，最多 ${inMegabytes(space.quota)}。`}
            </p>
          </fieldset>
        );
      }}
    </Form.List>
  );
}

/** One's own union's from the console; another's, which only a published record shows, from where phones get it. */
function Thumbnail({ id }: { id: string }) {
  const [address, setAddress] = useState(`/api/v1/staff/content/pictures/${id}`);
  return <img className={styles.thumbnail} src={address} alt="" onError={() => setAddress(picturePath(id))} />;
}
