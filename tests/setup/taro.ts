/**
 * The parts of Taro that pages use, for jsdom: parameters of the opened page, a device storage in
 * memory, and a record of where the reader went and what was said.
 */
export const phone = {
  params: {} as Record<string, string>,
  storage: new Map<string, unknown>(),
  /** Set to make the next writes fail, as a full phone does. */
  storageFull: false,
  visited: [] as string[],
  toasts: [] as string[],
  clipboard: '',
  reset(): void {
    Object.assign(phone, { params: {}, storageFull: false, visited: [], toasts: [], clipboard: '' });
    phone.storage.clear();
  },
};

const go = ({ url }: { url: string }): Promise<void> => {
  phone.visited.push(url);
  return Promise.resolve();
};
const nothing = (): void => undefined;

export const useRouter = () => ({ params: phone.params });
export const useDidShow = nothing;
export const usePullDownRefresh = nothing;
export const useShareAppMessage = nothing;
export const useShareTimeline = nothing;

export default {
  getStorageSync: (key: string) => phone.storage.get(key) ?? '',
  setStorageSync: (key: string, value: unknown) => {
    if (phone.storageFull) throw new Error('setStorageSync:fail exceed max size');
    // A copy, as a real device stores text and not the object.
    phone.storage.set(key, JSON.parse(JSON.stringify(value)));
  },
  removeStorageSync: (key: string) => phone.storage.delete(key),
  navigateTo: go,
  redirectTo: go,
  switchTab: go,
  navigateBack: () => go({ url: 'back' }),
  getCurrentPages: () => [{}],
  getLaunchOptionsSync: () => ({ scene: 1001 }),
  stopPullDownRefresh: nothing,
  showToast: ({ title }: { title: string }) => {
    phone.toasts.push(title);
    return Promise.resolve();
  },
  setClipboardData: ({ data }: { data: string }) => {
    phone.clipboard = data;
    return Promise.resolve();
  },
};
