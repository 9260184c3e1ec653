/** Buttons to page through a long list; nothing where everything fits on one page. */
import { Button, Space } from 'antd';

interface Props {
  /** Pages are counted from 1. */
  page: number;
  size: number;
  total: number;
  go: (page: number) => void;
}

export const Pagination = ({ page, size, total, go }: Props) =>
  total <= size ? null : (
    <Space>
      <Button disabled={page === 1} onClick={() => go(page - 1)}>
        上一页
      </Button>
      <span className="quiet">
        第 {page} 页，共 {Math.ceil(total / size)} 页
      </span>
      <Button disabled={page * size >= total} onClick={() => go(page + 1)}>
        下一页
      </Button>
    </Space>
  );
