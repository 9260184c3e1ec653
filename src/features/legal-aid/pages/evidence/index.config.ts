export default definePageConfig({ navigationBarTitleText: '要存好的证据' });
