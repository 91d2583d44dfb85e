import type { Words } from '#client/kernel/words.ts';

/** What people say about the product itself. */
export const feedbackWords = {
  'feedback.page': ['关于哪一页', 'About which page'],
  'feedback.text': ['哪里不好用，希望怎样', 'What does not work well, what you would like'],
  'feedback.helper': [
    '管理员会看到原文和您的姓名，答复显示在本页。请勿写入当事人信息。',
    'Administrators read your very words and your name; the answer stands here. Please leave out who your cases are about.',
  ],
  'feedback.give': ['提交意见', 'Send'],
  'feedback.given': ['意见已提交，谢谢', 'Sent, thank you'],
  'feedback.own': ['我提的', 'Mine'],
  'feedback.open': ['待答复', 'To be answered'],
  'feedback.all': ['全部意见', 'All'],
  'feedback.none': ['没有意见建议。', 'Nothing here.'],
  'feedback.more': ['更多', 'More'],
  'feedback.answer': ['答复', 'Answer'],
  'feedback.answer_text': ['答复内容', 'Your answer'],
  'feedback.unanswered': ['尚未答复', 'Not answered yet'],
  'event.feedback.given': ['提出意见建议', 'Gave feedback'],
  'event.feedback.answered': ['答复意见建议', 'Answered feedback'],
} as const satisfies Words;
