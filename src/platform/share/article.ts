/** What WeChat shows when an article is shared. The page config must switch sharing on as well. */
import { useShareAppMessage, useShareTimeline } from '@tarojs/taro';

/**
 * Gives title and path to WeChat's share menu.
 *
 * @param path the page's own address with its parameters, `/features/…/index?id=…`
 * @param imageUrl a picture in the package, five by four; without one WeChat takes a piece of the screen
 */
export function useArticleSharing(title: string, path: string, imageUrl?: string): void {
  useShareAppMessage(() => ({ title, path, imageUrl }));
  // The timeline opens the same page by its query alone.
  useShareTimeline(() => ({ title, query: path.split('?')[1] ?? '', imageUrl }));
}
