export default definePageConfig({ navigationBarTitleText: '我能查吗' });
