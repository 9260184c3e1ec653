export default definePageConfig({ navigationBarTitleText: '查完以后' });
