export default definePageConfig({ navigationBarTitleText: '一步步问' });
