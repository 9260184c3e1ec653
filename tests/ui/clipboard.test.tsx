/** Copying leaves the text on the clipboard and nowhere else. */
import { copyText } from '@/platform/clipboard';
import { copyText as inWechat } from '@/platform/clipboard/index.weapp';
import { phone } from '../setup/taro';

const given = (writeText?: (text: string) => Promise<void>) =>
  Object.defineProperty(navigator, 'clipboard', { value: writeText && { writeText }, configurable: true });

afterEach(() => given());

it('writes to the clipboard', async () => {
  const write = jest.fn(() => Promise.resolve());
  given(write);
  await expect(copyText('申请书')).resolves.toBe(true);
  expect(write).toHaveBeenCalledWith('申请书');
});

it('falls back to a selection, and takes away what Taro keeps of it', async () => {
  document.execCommand = () => {
    // What Taro's listener does at each copy.
    phone.storage.set('taro_clipboard', (document.activeElement as HTMLTextAreaElement).value);
    return true;
  };
  await expect(copyText('申请书')).resolves.toBe(true);
  expect(phone.storage.has('taro_clipboard')).toBe(false);
  expect(document.querySelector('textarea')).toBeNull();
});

it('says so where the browser refuses', async () => {
  document.execCommand = () => false;
  await expect(copyText('申请书')).resolves.toBe(false);
});

it('says so where the browser refuses by throwing, and leaves nothing on the page', async () => {
  jest.spyOn(console, 'warn').mockImplementation();
  document.execCommand = () => {
    throw new Error('NotAllowedError');
  };
  await expect(copyText('申请书')).resolves.toBe(false);
  expect(document.querySelector('textarea')).toBeNull();
});

it('puts a text on WeChat’s clipboard', async () => {
  await expect(inWechat('申请书')).resolves.toBe(true);
  expect(phone.clipboard).toBe('申请书');
});
