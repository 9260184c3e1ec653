/** A station's door sign: shown as it will be printed, and saved as a picture or a PDF. */
import { Button, Space } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useParams } from 'react-router-dom';
import type { StaffStationWire } from '@yugong/domain/station/staff-wire';
import { toApiError } from '../../api/api-error';
import { fetchApi } from '../../api/client';
import { saveBlob } from '../../api/save-file';
import { Callout } from '../../parts/notice';
import { ConsolePage } from '../../parts/page';
import { QueryResult } from '../../parts/states';
import { useStation } from './api';
import { drawSign, SIGN_PIXELS, signPdf, type SignCode } from './door-sign';
import styles from './stations.module.css';

export default function SignPage() {
  const { id = '' } = useParams();
  const station = useStation(id);
  return (
    <ConsolePage
      title="门牌"
      lead="A6 竖版，贴在门上，路过的人扫码就能看开放时间和设施。"
      back={{ to: `/stations/list/${id}`, label: '修改驿站' }}
    >
      <QueryResult of={station} rows={6}>
        {(opened) => <Sign station={opened} />}
      </QueryResult>
    </ConsolePage>
  );
}

/** WeChat's code of the station's page, or none where no mini-program is configured or WeChat doesn't answer. */
function useMiniCode({ id, hasMiniCode }: StaffStationWire) {
  return useQuery({
    enabled: hasMiniCode,
    queryKey: ['stations', 'mini-code', id],
    staleTime: Infinity,
    retry: false,
    queryFn: async () => {
      const answer = await fetchApi(`GET /stations/${id}/mini-code`);
      if (!answer.ok) throw await toApiError(answer);
      return createImageBitmap(await answer.blob());
    },
  });
}

function Sign({ station }: { station: StaffStationWire }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const miniCode = useMiniCode(station);
  const { id, form } = station;
  const address = `${location.origin}/features/stations/pages/detail/index?id=${id}`;
  const image = miniCode.data ?? null;
  const isReady = !station.hasMiniCode || !miniCode.isPending;
  useEffect(() => {
    const code: SignCode = { image, address };
    if (canvas.current && isReady) drawSign(canvas.current, form, code);
  }, [image, address, isReady, form]);
  const save = (type: 'image/png' | 'image/jpeg'): void =>
    canvas.current?.toBlob(
      (blob) => {
        if (blob && type === 'image/png') saveBlob(blob, `门牌-${form.title}.png`);
        else if (blob)
          void blob.arrayBuffer().then((bytes) => saveBlob(signPdf(new Uint8Array(bytes)), `门牌-${form.title}.pdf`));
      },
      type,
      0.95,
    );
  return (
    <>
      {!station.hasMiniCode && (
        <Callout tone="warn" title="印的是网页的二维码">
          没有配置小程序的密钥，所以没有小程序码；扫码打开的是网页版。
        </Callout>
      )}
      {miniCode.isError && (
        <Callout tone="warn" title="小程序码加载失败">
          暂时印网页的二维码，稍后可以刷新再试。
        </Callout>
      )}
      <Space wrap>
        <Button type="primary" disabled={!isReady} onClick={() => save('image/jpeg')}>
          下载 PDF
        </Button>
        <Button disabled={!isReady} onClick={() => save('image/png')}>
          下载图片
        </Button>
      </Space>
      <canvas
        ref={canvas}
        className={styles.sign}
        width={SIGN_PIXELS.width}
        height={SIGN_PIXELS.height}
        role="img"
        aria-label={`门牌：这里可以歇脚，${form.title}`}
      />
    </>
  );
}
