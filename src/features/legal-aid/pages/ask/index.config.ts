export default definePageConfig({ navigationBarTitleText: '请工会帮忙' });
