export default definePageConfig({ navigationBarTitleText: '写仲裁申请书' });
