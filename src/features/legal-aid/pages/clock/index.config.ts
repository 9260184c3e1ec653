export default definePageConfig({ navigationBarTitleText: '还剩几天' });
