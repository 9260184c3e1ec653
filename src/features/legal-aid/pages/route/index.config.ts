export default definePageConfig({ navigationBarTitleText: '你可以这样做' });
