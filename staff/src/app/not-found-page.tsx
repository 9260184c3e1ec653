import { Link } from 'react-router-dom';
import { Page } from '../parts/page';

export default function NotFoundPage() {
  return (
    <Page title="没有这一页" lead="地址可能写错了，或者这一页已经不在。">
      <p>
        <Link to="/">回到今天</Link>
      </p>
    </Page>
  );
}
