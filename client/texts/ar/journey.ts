import type { GuestTexts } from '../guestTexts.ts';

export const journey: GuestTexts = {
  title: 'مسيرة الخطة',
  notSet: 'لم تُحدد',
  overall: 'إجمالاً',
  untenable: 'لا يمكن أن يستمر',
  exposed: 'هش',
  stable: 'مستقر',
  sustainable: 'ثابت ومستدام',
  untenableMeans: 'لا يمكن أن يستمر الوضع هكذا. ينقص شيء ضروري جداً، كمكان للسكن، أو مال للعيش، أو المساعدة المناسبة.',
  exposedMeans:
    'الوضع غير آمن. توجد مساعدة، ولكنها ليست المناسبة، وقد يضيع السكن أو الصحة أو المال أو الحياة اليومية بسرعة.',
  stableMeans: 'الأمور تسير. مكان جيد للسكن، وشيء تفعله كل يوم، وما يكفي من المساعدة المناسبة.',
  sustainableMeans: 'الحياة تقف على قدميها. بيت ودخل وأصدقاء ووقت حر، بمساعدة قليلة أو من دونها.',
  means: 'ما معنى المراحل؟',
  showThemes: 'أظهر كل موضوع',
  hideThemes: 'أخفِ المواضيع',
  citizenSees: 'هكذا يراها صاحب الخطة',
  citizenSeesNamed: 'هكذا يراها: {navn}',
  overTime: 'المسيرة عبر الزمن',
  around: 'من حولك',
  pulse: 'كيف كان اللقاء؟',
};
