import { useDemo } from '@/platform/demo';
import { Notice } from '@/ui/notice';

/**
 * Above whatever is written to the union: of a demo, that nobody will read it.
 *
 * @param known whether the page has heard by itself that it is one
 */
export function DemoNote({ known = false }: { known?: boolean }) {
  const isDemo = useDemo();
  return isDemo || known ? <Notice>演示：提交的内容没有人会看到，请不要写真实的事。需要帮助请打 12351。</Notice> : null;
}
