/** 关于我们: who runs the app, and the texts they answer for. */
import { render, screen, within } from '@testing-library/react';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readOperator } from '@yugong/domain/operator';
import { operatorDocuments } from '@yugong/domain/operator/words';
import { defined } from '@yugong/domain/narrow';
import AboutPage from '@/features/about/pages/overview';
import DocumentPage from '@/features/about/pages/document';
import { AboutView } from '@/features/about/parts/about-view';
import { DocumentView } from '@/features/about/parts/document-view';
import { phone } from '../setup/taro';

const file = path.resolve(__dirname, '../fixtures/operator/operator.json');
const operator = defined(readOperator(readFileSync(file, 'utf8')).operator);
const filled = {
  operator,
  isExample: false,
  answerWithin: operator.answerWithin,
  documents: operatorDocuments(operator),
  version: '0.2.0',
  whatIsNew: ['示例：这一版多了一页。'],
};

it('says who runs it, by name, code, address, telephone and filings', () => {
  render(<AboutView about={filled} />);
  for (const text of [
    '测试总工会',
    operator.creditCode,
    operator.address,
    '渝ICP备00000000号-1X',
    '还没有',
    ...filled.whatIsNew,
  ])
    expect(screen.getByText(text)).toBeInTheDocument();
  expect(screen.queryByText(/没有配置运营单位/)).toBeNull();
});

it('leads to 投诉建议 and says within how many working days it is answered', () => {
  render(<AboutView about={filled} />);
  const link = screen.getByRole('link', { name: /^投诉、提建议，或者请回电/ });
  expect(link).toHaveTextContent('5 个工作日内答复');
});

it('marks the repository’s example as one', () => {
  render(<AboutView about={{ ...filled, isExample: true }} />);
  expect(screen.getByText('这是示例，不是真实的单位。')).toBeInTheDocument();
});

it('leads to every text, by a title', () => {
  render(<AboutView about={filled} />);
  for (const title of ['隐私政策', '个人信息收集清单', '第三方清单', '用户协议', '无障碍声明'])
    expect(screen.getByRole('link', { name: new RegExp(`^${title}`) })).toBeInTheDocument();
});

it('says that nobody runs a build for trying, and to give it no real data', () => {
  render(<AboutPage />);
  expect(screen.getByText(/还没有配置运营单位/)).toHaveTextContent('不要填写真实的个人信息');
  expect(screen.getByRole('link', { name: /^个人信息收集清单/ })).toBeInTheDocument();
  expect(screen.queryByRole('link', { name: /^隐私政策/ })).toBeNull();
});

it('draws a table as an entry a row, each cell under its heading', () => {
  const document = defined(filled.documents.find(({ id }) => id === 'data'));
  render(<DocumentView document={document} />);
  const entry = screen.getByRole('heading', { level: 3, name: '身份证号（敏感个人信息）' }).parentElement;
  expect(within(defined(entry)).getByText('保存期限').parentElement).toHaveTextContent('场次结束后 180 天');
});

it('leads back to the list from a text that isn’t there', () => {
  phone.params = { id: 'nothing' };
  render(<DocumentPage />);
  expect(screen.getByText('没有找到这份说明')).toBeInTheDocument();
  expect(screen.getByRole('link', { name: '查看全部说明' })).toBeInTheDocument();
});

it('opens a text under its own title', () => {
  phone.params = { id: 'data' };
  render(<DocumentPage />);
  expect(screen.queryByText('没有找到这份说明')).toBeNull();
  expect(screen.getAllByText('个人信息收集清单').length).toBeGreaterThan(0);
});
